package dev.orderwave.local;

import dev.orderwave.loadgen.trace.TraceOptions;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Where a suite that is started by hand tells its traces.
final class CollectorOption {

    @Option(
            names = "--traces",
            paramLabel = "URL",
            description = "Tell the trace of each order to this collector, by OTLP over HTTP: http://localhost:4318.")
    private Optional<URI> url = Optional.empty();

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// @throws ParameterException if the URL is none that can be told traces
    Optional<TraceCollector> collector() {
        return url.map(address -> new TraceCollector(TraceOptions.requireHttp(spec, address)));
    }
}
