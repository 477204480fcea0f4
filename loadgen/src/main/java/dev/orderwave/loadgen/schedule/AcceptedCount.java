package dev.orderwave.loadgen.schedule;

import com.azure.messaging.servicebus.ServiceBusMessage;
import java.time.OffsetDateTime;
import java.util.List;

/// Counts accepted orders and passes the count on. Reactor calls it one chunk after the other; `volatile` is for the
/// reader.
final class AcceptedCount {

    private final int total;
    private final Progress progress;
    private volatile int accepted;
    private volatile int late;

    AcceptedCount(int total, Progress progress) {
        this.total = total;
        this.progress = progress;
    }

    void add(List<ServiceBusMessage> chunk) {
        var now = OffsetDateTime.now();
        var tooLate = late
                + chunk.stream()
                        .filter(message -> message.getScheduledEnqueueTime().isBefore(now))
                        .count();
        late = Math.toIntExact(tooLate);
        startFrom(accepted + chunk.size());
    }

    /// As many are known to be accepted, however that came to be known.
    void startFrom(int orders) {
        accepted = orders;
        progress.accepted(orders, total);
    }

    /// How many were due before they were accepted.
    int late() {
        return late;
    }

    /// For the report of a fault; empty if there is nothing to tell.
    String soFar() {
        return accepted == 0
                ? ""
                : "%,d of %,d orders had been accepted and will arrive when due".formatted(accepted, total);
    }
}
