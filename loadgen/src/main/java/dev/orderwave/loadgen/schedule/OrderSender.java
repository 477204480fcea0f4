package dev.orderwave.loadgen.schedule;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BusFaults;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.trace.OrderTraces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Sends orders to a queue ahead of time, each as a message of its own with its own enqueue time, many in a request and
/// a few requests at once.
final class OrderSender implements AutoCloseable {

    /// When the order is due, in epoch milliseconds.
    static final String DUE = "due";

    /// The id of the schedule that the order is of.
    static final String SCHEDULE = "schedule";

    /// Enough to hide the round trips; more only fills memory.
    private static final int REQUESTS_AT_ONCE = 4;

    private static final int CANCELLED_AT_ONCE = 500;

    /// The SDK itself would look for an absent bus for more than a minute.
    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(10);

    private final ServiceBusSenderAsyncClient sender;
    private final BusFaults faults;
    private final OrderTraces traces;

    private OrderSender(ServiceBusSenderAsyncClient sender, OrderTraces traces) {
        this.sender = sender;
        this.traces = traces;
        this.faults = new BusFaults(sender.getFullyQualifiedNamespace(), sender.getEntityPath());
    }

    /// Opens nothing yet.
    static OrderSender of(ServiceBusSenderAsyncClient sender, OrderTraces traces) {
        return new OrderSender(sender, traces);
    }

    /// @throws AzureException if the bus or the queue is not there, or does not let us in
    OrderSender reach() {
        try {
            sender.createMessageBatch().timeout(REACHABLE_WITHIN).block();
            return this;
        } catch (RuntimeException fault) {
            throw faults.explain(fault, "schedule");
        }
    }

    /// Returns when the queue has accepted every one of these orders.
    ///
    /// @param indexes of the orders in the data set
    /// @param marks further properties of each message
    /// @throws AzureException if it did not; some may have been accepted nevertheless
    void send(DataSet dataSet, Timetable timetable, IntStream indexes, Map<String, String> marks, AcceptedCount count) {
        try {
            Flux.fromStream(() -> indexes.mapToObj(index -> message(dataSet, index, timetable.due(index), marks))
                            .gather(Chunks.ofBytes(Chunks.MAX_BYTES)))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(chunk -> sender.sendMessages(chunk).then(Mono.just(chunk)), REQUESTS_AT_ONCE)
                    .doOnNext(count::add)
                    .blockLast();
        } catch (RuntimeException fault) {
            throw faults.explain(fault, "schedule", count.soFar());
        }
    }

    /// Takes back what is not due; numbers of other messages are passed over.
    void cancel(List<Long> sequenceNumbers) {
        try {
            Flux.fromIterable(sequenceNumbers)
                    .buffer(CANCELLED_AT_ONCE)
                    .flatMap(sender::cancelScheduledMessages, REQUESTS_AT_ONCE)
                    .blockLast();
        } catch (RuntimeException fault) {
            throw faults.explain(fault, "cancel");
        }
    }

    private ServiceBusMessage message(DataSet dataSet, int index, Instant due, Map<String, String> marks) {
        var message = new ServiceBusMessage(BinaryData.fromBytes(dataSet.json(index)))
                .setMessageId(Integer.toString(dataSet.orderId(index)))
                .setContentType("application/json")
                .setScheduledEnqueueTime(due.atOffset(ZoneOffset.UTC));
        message.getApplicationProperties().put(DUE, Long.toString(due.toEpochMilli()));
        message.getApplicationProperties().putAll(marks);
        message.getApplicationProperties().putAll(traces.begin(message.getMessageId(), sender.getEntityPath(), due));
        return message;
    }

    @Override
    public void close() {
        sender.close();
    }
}
