package dev.orderwave.loadgen.watch;

import dev.orderwave.azure.QueueCounter;
import dev.orderwave.azure.QueueCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the messages of the queues between the load and the outboxes.
///
/// @param names the first is the one that the load is scheduled on
record QueueWatch(QueueCounter counter, List<String> names) {

    private static final List<String> DOWNSTREAM = List.of("q-order-express", "q-order-standard");

    static QueueWatch of(QueueCounter counter, String ingress) {
        return new QueueWatch(counter, List.of(ingress, DOWNSTREAM.get(0), DOWNSTREAM.get(1)));
    }

    Look look() {
        var counts = new LinkedHashMap<String, QueueCounts>();
        names.forEach(queue -> counts.put(queue, counter.count(queue)));
        return new Look(names.getFirst(), counts);
    }

    /// All queues, one right after the other.
    record Look(String ingress, Map<String, QueueCounts> counts) {

        Map<String, Long> waiting() {
            var waiting = new LinkedHashMap<String, Long>();
            counts.forEach((queue, count) -> waiting.put(queue, count.active()));
            return waiting;
        }

        long waitingInAll() {
            return counts.values().stream().mapToLong(QueueCounts::active).sum();
        }

        long waitingAtIngress() {
            return ingressCounts().active();
        }

        long deadLettered() {
            return counts.values().stream().mapToLong(QueueCounts::deadLettered).sum();
        }

        long deadLetteredAtIngress() {
            return ingressCounts().deadLettered();
        }

        private QueueCounts ingressCounts() {
            return counts.getOrDefault(ingress, new QueueCounts(0, 0, 0));
        }
    }
}
