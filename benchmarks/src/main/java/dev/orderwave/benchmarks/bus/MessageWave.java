package dev.orderwave.benchmarks.bus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import dev.orderwave.benchmarks.bus.BusCosts.Phase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/// Messages that are scheduled for one moment and then received and completed, as a wave's orders are, by Azure's SDK.
final class MessageWave {
    private static final int BYTES = 550;
    private static final int CHUNK = 250;
    private static final int PREFETCH = 100;
    private static final int CONCURRENT_CALLS = 16;

    private final MeasuredBus bus;
    private final int messages;

    MessageWave(MeasuredBus bus, int messages) {
        this.bus = bus;
        this.messages = messages;
    }

    /// @param patience from now until the messages are due; scheduling must be over by then
    /// @throws IllegalStateException if scheduling took longer
    BusCosts run(Duration patience) {
        var heapBefore = bus.liveHeapBytes();
        var due = OffsetDateTime.now().plus(patience);
        var scheduling = schedule(due);
        if (bus.queue().scheduled() != messages) {
            throw new IllegalStateException(
                    "%,d messages were not scheduled within %d s: the machine is too busy to measure"
                            .formatted(messages, patience.toSeconds()));
        }
        var heap = bus.liveHeapBytes() - heapBefore;
        var held = bus.diskBytes();
        var cpuBeforeDue = bus.usage();
        bus.await("have all messages due", queue -> queue.active() == messages);
        var becomingDue = bus.usage().since(cpuBeforeDue);
        var receiving = receive();
        return new BusCosts(
                messages,
                scheduling,
                new Phase(receiving.time(), receiving.cpu().plus(becomingDue.cpu())),
                heap,
                bus.usage().peakRssBytes(),
                held,
                bus.diskBytes());
    }

    private Phase schedule(OffsetDateTime due) {
        try (var sender = client().sender().queueName(MeasuredBus.QUEUE).buildClient()) {
            return measure(() -> IntStream.iterate(0, first -> first < messages, first -> first + CHUNK)
                    .mapToObj(this::chunk)
                    // Nothing is scheduled before the numbers are read.
                    .forEach(chunk -> sender.scheduleMessages(chunk, due).forEach(_ -> {})));
        }
    }

    private List<ServiceBusMessage> chunk(int first) {
        return IntStream.range(first, Math.min(first + CHUNK, messages))
                .mapToObj(number -> new ServiceBusMessage("x".repeat(BYTES)).setMessageId("message-" + number))
                .toList();
    }

    private Phase receive() {
        var completed = bus.queue().completed();
        try (var processor = client().processor()
                .queueName(MeasuredBus.QUEUE)
                .prefetchCount(PREFETCH)
                .maxConcurrentCalls(CONCURRENT_CALLS)
                .processMessage(_ -> {})
                .processError(
                        failure -> System.err.println(failure.getException().getMessage()))
                .buildProcessorClient()) {
            return measure(() -> {
                processor.start();
                bus.await("have all messages completed", queue -> queue.completed() == completed + messages);
            });
        }
    }

    private ServiceBusClientBuilder client() {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }

    private Phase measure(Runnable phase) {
        var before = bus.usage();
        var start = System.nanoTime();
        phase.run();
        var time = Duration.ofNanos(System.nanoTime() - start);
        return new Phase(time, bus.usage().since(before).cpu());
    }
}
