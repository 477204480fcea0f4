{{- /* What everything of this chart carries. */}}
{{- define "order-suite.labels" -}}
app.kubernetes.io/part-of: orderwave
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- /* What pods carry: nothing that an upgrade changes, or it would restart every daprd. */}}
{{- define "order-suite.podLabels" -}}
app.kubernetes.io/part-of: orderwave
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* Which pods: of a service, its daprd, or loadgen. Takes name and component. */}}
{{- define "order-suite.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- /* Takes values, chart, name, and the variant, or nothing in its place. */}}
{{- define "order-suite.image" -}}
{{- $own := dig "image" (dict) (.variant | default dict) }}
{{- $registry := $own.registry | default .values.image.registry }}
{{- $tag := $own.tag | default .values.image.tag | default .chart.AppVersion }}
{{- printf "%s/%s:%s" $registry .name $tag }}
{{- end }}

{{- /* The queue that a service reads, as its input binding says. Takes root and name. */}}
{{- define "order-suite.queue" -}}
{{- $queue := "" }}
{{- range $path, $_ := .root.Files.Glob "dapr-components/bindings/*.yaml" }}
{{- $resource := $.root.Files.Get $path | fromYaml }}
{{- if and (eq $resource.kind "Component") (has $.name $resource.scopes) }}
{{- $metadata := dict }}
{{- range $resource.spec.metadata }}
{{- $_ := set $metadata .name .value }}
{{- end }}
{{- if eq $metadata.direction "input" }}{{ $queue = $metadata.queueName }}{{ end }}
{{- end }}
{{- end }}
{{- $queue | required (printf "no input binding in dapr-components is scoped to %s" .name) }}
{{- end }}

{{- /* What no container here may do. */}}
{{- define "order-suite.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "order-suite.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: { type: RuntimeDefault }
{{- end }}
