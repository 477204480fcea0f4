package dev.orderwave.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where services, daprd and load of a run tell their traces, by OTLP over HTTP.
///
/// @param address for example `http://localhost:4318`
public record TraceCollector(URI address) {
    private static final String OFF = "samplingRate: \"0\"";
    private static final String ON = "samplingRate: \"1\"";

    /// What service and daprd are told alike, in the words of OpenTelemetry.
    Map<String, String> environment() {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", address.toString(),
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "OTEL_EXPORTER_OTLP_INSECURE", Boolean.toString("http".equals(address.getScheme())));
    }

    /// Writes the Dapr configuration of one run: the usual one, with tracing on. An order that was sent untraced stays
    /// so.
    ///
    /// @throws IllegalStateException if the usual one does not switch tracing off in the words that are looked for
    Path configuration(Path usual, Path directory) {
        try {
            var text = Files.readString(usual);
            if (!text.contains(OFF)) {
                throw new IllegalStateException("%s holds no '%s' to switch on".formatted(usual, OFF));
            }
            return Files.writeString(directory.resolve("configuration.yaml"), text.replace(OFF, ON));
        } catch (IOException e) {
            throw new UncheckedIOException("the Dapr configuration cannot be written to " + directory, e);
        }
    }
}
