{{- /*
What the Dapr injector makes a daprd of. Takes root, name and mode. The numbers are those of docs/reliability.md, "Shutdown",
and of every local run.
*/}}
{{- define "order-suite.daprdAnnotations" -}}
{{- $resources := .root.Values.resources.daprd }}
dapr.io/enabled: "true"
dapr.io/app-id: {{ .name }}
dapr.io/app-port: "8080"
dapr.io/app-protocol: http
dapr.io/config: orderwave
{{- if eq .mode "shared" }}
# The services' pods, wherever they are; and they find it by its Service.
dapr.io/app-channel-address: {{ .name }}
dapr.io/sidecar-listen-addresses: 0.0.0.0
{{- else }}
# Kubernetes ends it after the service, so that it has nothing to give back.
dapr.io/enable-native-sidecar: "true"
{{- end }}
# Without it a message is read, fails and costs a delivery while the service is away, at zero for example.
dapr.io/enable-app-health-check: "true"
dapr.io/app-health-check-path: /healthz
dapr.io/app-health-probe-interval: "1"
# A probe that is late once must not stop the reading: each stop costs deliveries.
dapr.io/app-health-probe-timeout: "1000"
dapr.io/app-health-threshold: "2"
# On a graceful stop the outputs keep working until the messages in hand are settled.
dapr.io/block-shutdown-duration: 3s
dapr.io/graceful-shutdown-seconds: "10"
dapr.io/app-token-secret: {{ .name }}-app-token
dapr.io/api-token-secret: {{ .name }}-dapr-token
# What components need of secrets, Dapr's operator reads; no service reads any by its daprd.
dapr.io/disable-builtin-k8s-secret-store: "true"
# No actors, workflows or jobs: neither placement nor scheduler is needed.
dapr.io/placement-host-address: " "
dapr.io/scheduler-host-address: " "
dapr.io/log-as-json: "true"
dapr.io/sidecar-seccomp-profile-type: RuntimeDefault
dapr.io/sidecar-cpu-request: {{ $resources.requests.cpu }}
dapr.io/sidecar-memory-request: {{ $resources.requests.memory }}
dapr.io/sidecar-memory-limit: {{ $resources.limits.memory }}
{{- end }}
