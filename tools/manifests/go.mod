// Pins what other projects say about their own Kubernetes objects: KEDA's and the Prometheus operator's definitions,
// and the chart of Dapr Shared. Nothing is built of them; Dapr's definitions come with daprd.
module orderwave.dev/tools/manifests

go 1.26.5

require (
	github.com/kedacore/keda/v2 v2.20.2
	github.com/prometheus-operator/prometheus-operator v0.85.0
)
