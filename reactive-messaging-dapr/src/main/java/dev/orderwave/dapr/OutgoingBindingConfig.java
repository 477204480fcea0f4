package dev.orderwave.dapr;

import java.util.LinkedHashMap;
import java.util.Map;

/// One output binding and how it is called.
///
/// @param metadata of every call
/// @param maxInFlight most calls at a time
record OutgoingBindingConfig(String binding, String operation, Map<String, String> metadata, int maxInFlight) {
    static OutgoingBindingConfig of(DaprBindingConnectorOutgoingConfiguration config) {
        return new OutgoingBindingConfig(
                config.getBinding().orElse(config.getChannel()),
                config.getOperation(),
                config.getMetadata().map(OutgoingBindingConfig::parse).orElse(Map.of()),
                config.getMaxInFlight());
    }

    private static Map<String, String> parse(String pairs) {
        var metadata = new LinkedHashMap<String, String>();
        for (var pair : pairs.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "metadata must be name=value,name=value; '%s' is not".formatted(pair));
            }
            metadata.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return Map.copyOf(metadata);
    }
}
