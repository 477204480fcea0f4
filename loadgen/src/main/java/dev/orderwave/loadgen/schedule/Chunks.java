package dev.orderwave.loadgen.schedule;

import com.azure.messaging.servicebus.ServiceBusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;

/// Cuts a stream of messages into chunks that fit one request.
final class Chunks {

    /// The standard tier takes 256 KiB per request; the rest is room for what the estimate misses.
    static final int MAX_BYTES = 200_000;

    /// Properties, annotations and the map entry around a body, generously.
    private static final int OVERHEAD = 320;

    private final List<ServiceBusMessage> current = new ArrayList<>();
    private int bytes;

    private Chunks() {}

    static Gatherer<ServiceBusMessage, ?, List<ServiceBusMessage>> ofBytes(int maxBytes) {
        return Gatherer.<ServiceBusMessage, Chunks, List<ServiceBusMessage>>ofSequential(
                Chunks::new,
                Gatherer.Integrator.ofGreedy(
                        (chunks, message, downstream) -> chunks.add(message, maxBytes, downstream)),
                Chunks::flush);
    }

    private boolean add(
            ServiceBusMessage message, int maxBytes, Gatherer.Downstream<? super List<ServiceBusMessage>> downstream) {
        int size = message.getBody().toBytes().length + OVERHEAD;
        boolean wantsMore = bytes + size <= maxBytes || flush(downstream);
        current.add(message);
        bytes += size;
        return wantsMore;
    }

    private boolean flush(Gatherer.Downstream<? super List<ServiceBusMessage>> downstream) {
        var full = List.copyOf(current);
        current.clear();
        bytes = 0;
        return full.isEmpty() || downstream.push(full);
    }
}
