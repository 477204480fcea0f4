module orderwave.dev/benchmarks/go-forwarder

go 1.26.5
