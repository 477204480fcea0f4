package dev.orderwave.processor;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/// Where a service may send: the outputs that it grants its module by name, and the outbox for what the module rejects.
///
/// There is one emitter per output, never one stream for all, so that an output that stalls holds back its own
/// messages only.
///
/// @param granted what the module may name
/// @param rejected takes what the module rejects; the module cannot name it
public record Outputs(Map<String, Output> granted, Emitter<byte[]> rejected) {
    public Outputs {
        granted = Map.copyOf(granted);
    }

    Set<String> names() {
        return granted.keySet();
    }

    Output output(String name) {
        var output = granted.get(name);
        if (output == null) {
            throw new IllegalArgumentException("Output %s was not granted; granted are %s".formatted(name, names()));
        }
        return output;
    }
}
