package dev.orderwave.loadgen.trace;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Whether orders are traced, and where their traces are told.
public final class TraceOptions {

    @Option(
            names = "--traces",
            paramLabel = "URL",
            defaultValue = "${env:OTEL_EXPORTER_OTLP_ENDPOINT}",
            description = "Begin a trace for each order and tell it to this collector, by OTLP over HTTP, such as"
                    + " http://localhost:4318; default: OTEL_EXPORTER_OTLP_ENDPOINT, or no traces.")
    private Optional<URI> collector = Optional.empty();

    @Option(
            names = "--traced-share",
            defaultValue = "${env:OTEL_TRACES_SAMPLER_ARG:-1}",
            description = "The share of the orders that are traced, 0 to 1; default: OTEL_TRACES_SAMPLER_ARG, or 1.")
    private double share;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// @throws ParameterException if an option is wrong
    public OrderTraces connect() {
        if (!(share >= 0 && share <= 1)) {
            throw new ParameterException(spec.commandLine(), "--traced-share must be 0 to 1, was " + share);
        }
        return collector
                .map(url -> OrderTraces.to(requireHttp(spec, url), share))
                .orElseGet(OrderTraces::none);
    }

    /// Checks `--traces`, which other commands have as well.
    ///
    /// @throws ParameterException if it is no address that OTLP over HTTP goes to
    public static URI requireHttp(CommandSpec spec, URI url) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new ParameterException(
                    spec.commandLine(), "--traces must be a URL such as http://localhost:4318, was " + url);
        }
        return url;
    }
}
