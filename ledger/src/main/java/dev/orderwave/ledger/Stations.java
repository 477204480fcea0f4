package dev.orderwave.ledger;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.QueueBrowser;
import dev.orderwave.azure.ServiceBus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every place of the suite, in the direction in which orders move: the queues upstream first, then what they gave up,
/// then the outboxes.
final class Stations {

    static final String REJECTED_OUTBOX = "rejected-outbox";

    private static final List<String> OUTBOXES = List.of("express-outbox", "standard-outbox");

    private Stations() {}

    static List<Station> of(ServiceBus bus, BlobStorage storage) {
        var queues = Arrays.stream(Hop.values()).map(Hop::queue).toList();
        return Stream.of(
                        queues.stream().map(bus::queue).map(Stations::queued),
                        queues.stream().map(bus::deadLetters).map(Stations::deadLettered),
                        Stream.of(rejected(storage.container(REJECTED_OUTBOX))),
                        OUTBOXES.stream().map(storage::container).map(Stations::delivered))
                .flatMap(stations -> stations)
                .toList();
    }

    private static Station queued(QueueBrowser queue) {
        return sightings -> queue.forEach(message -> sightings.saw(
                id(queue, message),
                new Trace.Queued(
                        queue.queue(), state(message), message.getSequenceNumber(), message.getDeliveryCount())));
    }

    private static Station deadLettered(QueueBrowser queue) {
        return sightings -> queue.forEach(message -> sightings.saw(
                id(queue, message),
                new Trace.DeadLettered(
                        queue.queue(),
                        message.getSequenceNumber(),
                        DeadLetterReason.of(message),
                        message.getDeliveryCount())));
    }

    private static String id(QueueBrowser queue, ServiceBusReceivedMessage message) {
        return Optional.ofNullable(message.getMessageId())
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> queue.queue() + "#" + message.getSequenceNumber());
    }

    private static Trace.State state(ServiceBusReceivedMessage message) {
        return switch (message.getState()) {
            case SCHEDULED -> Trace.State.SCHEDULED;
            case DEFERRED -> Trace.State.DEFERRED;
            case ACTIVE -> Trace.State.ACTIVE;
        };
    }

    private static Station delivered(BlobContainer container) {
        return sightings -> container.forEach(blob ->
                sightings.saw(new BlobName(blob.name()).orderId(), new Trace.Delivered(container.name(), blob.name())));
    }

    private static Station rejected(BlobContainer container) {
        return sightings -> container.forEach(blob -> sightings.saw(
                RejectedEntry.messageId(container, blob.name()), new Trace.Rejected(container.name(), blob.name())));
    }
}
