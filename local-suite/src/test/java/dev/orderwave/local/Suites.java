package dev.orderwave.local;

import dev.orderwave.azure.BlobContainer;
import dev.orderwave.loadgen.order.OrderGenerator;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The words that the system tests share.
final class Suites {
    /// Short, so that what a killed process held comes back soon.
    static final Duration SHORT_LOCK = Duration.ofSeconds(8);

    private static final AtomicInteger NEXT_ORDER_ID = new AtomicInteger(1);

    private Suites() {}

    static LocalSuiteConfig config() {
        return LocalSuiteConfig.on(SuitePorts.free()).withLockDuration(SHORT_LOCK);
    }

    /// What was made of the orders with this id, one for each content.
    static List<String> blobsOf(BlobContainer outbox, int orderId) {
        return outbox.list().stream()
                .map(BlobContainer.StoredBlob::name)
                .filter(name -> name.startsWith(orderId + "-"))
                .toList();
    }

    /// Schedules a wave whose orders no other wave had.
    static Wave wave(LocalSuite suite, int orders) {
        var generator = OrderGenerator.seeded(orders).withFirstOrderId(NEXT_ORDER_ID.getAndAdd(orders));
        return Wave.schedule(
                suite,
                generator,
                orders,
                new WaveConsole(new PrintWriter(System.out, true, StandardCharsets.UTF_8), false));
    }
}
