package dev.orderwave.loadgen.schedule;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BusFaults;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.dataset.DataSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Schedules every order as a message of its own, all for the same moment, so that the wave breaks at once however
/// long it took to send.
///
/// The message id is the order's id; the property `due` holds the moment in epoch milliseconds, from which a reader
/// measures latency.
public final class WaveScheduler implements AutoCloseable {

    public static final String QUEUE = "q-order-ingress";
    public static final String DUE = "due";

    /// Enough to hide the round trips; more only fills memory.
    private static final int CHUNKS_AT_ONCE = 4;

    /// The SDK itself would look for an absent bus for more than a minute.
    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(10);

    private final ServiceBusSenderAsyncClient sender;
    private final BusFaults faults;

    private WaveScheduler(ServiceBusSenderAsyncClient sender) {
        this.sender = sender;
        this.faults = new BusFaults(sender.getFullyQualifiedNamespace(), sender.getEntityPath());
    }

    /// Opens nothing yet: a bus or queue that is not there shows at the first order.
    public static WaveScheduler connect(String connectionString, String queue) {
        return connect(ServiceBus.connect(connectionString), queue);
    }

    /// Opens nothing yet: a bus or queue that is not there shows at the first order.
    public static WaveScheduler connect(ServiceBus bus, String queue) {
        return new WaveScheduler(bus.sender(queue));
    }

    /// Returns when the queue has accepted every order.
    ///
    /// @throws AzureException if it did not; the orders accepted before still arrive when due
    public ScheduledWave schedule(DataSet dataSet, Instant due, Progress progress) {
        var moment = due.truncatedTo(ChronoUnit.MILLIS);
        var count = new AcceptedCount(dataSet.size(), progress);
        try {
            reachQueue()
                    .thenMany(chunks(dataSet, moment).subscribeOn(Schedulers.boundedElastic()))
                    .flatMap(chunk -> accept(chunk, moment), CHUNKS_AT_ONCE)
                    .doOnNext(count::add)
                    .blockLast();
        } catch (RuntimeException fault) {
            throw faults.explain(fault, "schedule", count.soFar());
        }
        return new ScheduledWave(dataSet.size(), moment, Instant.now());
    }

    private Mono<?> reachQueue() {
        return sender.createMessageBatch().timeout(REACHABLE_WITHIN);
    }

    private static Flux<List<ServiceBusMessage>> chunks(DataSet dataSet, Instant due) {
        return Flux.fromStream(() -> IntStream.range(0, dataSet.size())
                .mapToObj(index -> message(dataSet, index, due))
                .gather(Chunks.ofBytes(Chunks.MAX_BYTES)));
    }

    private Mono<Integer> accept(List<ServiceBusMessage> chunk, Instant due) {
        return sender.scheduleMessages(chunk, OffsetDateTime.ofInstant(due, ZoneOffset.UTC))
                .then(Mono.just(chunk.size()));
    }

    private static ServiceBusMessage message(DataSet dataSet, int index, Instant due) {
        var message = new ServiceBusMessage(BinaryData.fromBytes(dataSet.json(index)))
                .setMessageId(Integer.toString(dataSet.orderId(index)))
                .setContentType("application/json");
        message.getApplicationProperties().put(DUE, Long.toString(due.toEpochMilli()));
        return message;
    }

    @Override
    public void close() {
        sender.close();
    }
}
