{{- /* Which module a service runs: docs/modules.md. Takes the service's module. */}}
{{- define "order-suite.moduleEnvironment" -}}
{{- if .source }}
- { name: ORDERWAVE_MODULE_SOURCE, value: {{ .source | quote }} }
# What was fetched: lost with the pod, and fetched again.
- { name: XDG_CACHE_HOME, value: /tmp }
{{- if .signedBy }}
- { name: ORDERWAVE_MODULE_SIGNED_BY, value: /etc/orderwave/signer.pem }
{{- end }}
{{- if .registrySecret }}
- { name: DOCKER_CONFIG, value: /etc/registry }
{{- end }}
{{- end }}
{{- end }}

{{- /* Where a service and loadgen tell traces, in the words of OpenTelemetry. Takes the values. */}}
{{- define "order-suite.tracingEnvironment" -}}
{{- if .tracing.collector }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .tracing.collector | quote }} }
{{- end }}
{{- end }}

{{- /* How a service asks its queue how much waits: as who its pod is, unless there is a secret. Takes the values. */}}
{{- define "order-suite.queueWatchEnvironment" -}}
{{- if .queueWatch.enabled }}
- name: ORDERWAVE_QUEUE_WATCH_ENDPOINT
  value: https://{{ .azure.serviceBusNamespace }}.servicebus.windows.net
{{- if eq .identity "secret" }}
- name: ORDERWAVE_QUEUE_WATCH_CONNECTION_STRING
  valueFrom: { secretKeyRef: { name: {{ .connectionSecret }}, key: servicebus-connection-string } }
{{- end }}
{{- end }}
{{- end }}
