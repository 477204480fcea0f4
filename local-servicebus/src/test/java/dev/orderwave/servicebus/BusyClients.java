package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.Whereabouts.Place.ACTIVE;
import static dev.orderwave.servicebus.Whereabouts.Place.DEAD_LETTERED;
import static dev.orderwave.servicebus.Whereabouts.Place.DEFERRED;
import static dev.orderwave.servicebus.Whereabouts.Place.NOWHERE;
import static dev.orderwave.servicebus.Whereabouts.Place.SCHEDULED;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import dev.orderwave.servicebus.Whereabouts.Place;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Clients that do everything that can be done to a message, until their bus is gone.
final class BusyClients {
    private static final String QUEUE = "orders";
    private static final int MOST_IN_BATCH = 20;
    private static final Duration RECEIVE_PATIENCE = Duration.ofMillis(200);
    private final ServiceBusClientBuilder builder;
    private final Whereabouts whereabouts;
    private volatile boolean isGone;

    BusyClients(ServiceBusClientBuilder builder, Whereabouts whereabouts) {
        this.builder = builder;
        this.whereabouts = whereabouts;
    }

    /// Tells them that the bus is gone: a receiver of this SDK takes that for an empty queue.
    void busIsGone() {
        isGone = true;
    }

    void send(Random random) {
        try (var sender = builder.sender().queueName(QUEUE).buildClient()) {
            untilTheBusIsGone(() -> {
                var messages = messages(1 + random.nextInt(MOST_IN_BATCH), random);
                whereabouts.move(
                        ids(messages), EnumSet.of(NOWHERE), EnumSet.of(ACTIVE), () -> sender.sendMessages(messages));
            });
        }
    }

    /// Some of what is scheduled is due soon; the rest is not, and half of that is cancelled.
    void schedule(Random random) {
        try (var sender = builder.sender().queueName(QUEUE).buildClient()) {
            untilTheBusIsGone(() -> {
                if (random.nextBoolean()) {
                    schedule(sender, messages(3, random), EnumSet.of(SCHEDULED, ACTIVE), Duration.ofSeconds(1));
                    return;
                }
                var later = messages(2, random);
                var numbers = schedule(sender, later, EnumSet.of(SCHEDULED), Duration.ofHours(1));
                whereabouts.move(
                        ids(later).subList(0, 1),
                        EnumSet.of(SCHEDULED),
                        EnumSet.of(NOWHERE),
                        () -> sender.cancelScheduledMessage(numbers.getFirst()));
            });
        }
    }

    void settle(Random random) {
        try (var receiver = builder.receiver()
                .queueName(QUEUE)
                .maxAutoLockRenewDuration(Duration.ZERO)
                .buildClient()) {
            untilTheBusIsGone(() -> receiver.receiveMessages(10, RECEIVE_PATIENCE)
                    .forEach(message -> settle(receiver, message, random.nextInt(6))));
        }
    }

    private List<Long> schedule(
            ServiceBusSenderClient sender, List<ServiceBusMessage> messages, Set<Place> to, Duration ahead) {
        var numbers = new ArrayList<Long>();
        whereabouts.move(
                ids(messages),
                EnumSet.of(NOWHERE),
                to,
                () -> sender.scheduleMessages(
                                messages, OffsetDateTime.now(ZoneOffset.UTC).plus(ahead))
                        .forEach(numbers::add));
        return numbers;
    }

    private void settle(ServiceBusReceiverClient receiver, ServiceBusReceivedMessage message, int choice) {
        switch (choice) {
            case 0 -> settle(message, DEFERRED, () -> receiver.defer(message));
            case 1 -> settle(message, DEAD_LETTERED, () -> receiver.deadLetter(message));
            case 2 -> settle(message, ACTIVE, () -> receiver.abandon(message));
            default -> settle(message, NOWHERE, () -> receiver.complete(message));
        }
    }

    private void settle(ServiceBusReceivedMessage message, Place to, Runnable settlement) {
        whereabouts.move(List.of(message.getMessageId()), EnumSet.of(ACTIVE), EnumSet.of(to), settlement);
    }

    private void untilTheBusIsGone(Runnable action) {
        try {
            while (!isGone) {
                action.run();
            }
        } catch (RuntimeException e) {
            // It is gone, then; the SDK says so in exceptions of many types.
        }
    }

    private static List<ServiceBusMessage> messages(int count, Random random) {
        return Stream.generate(() -> new ServiceBusMessage("x".repeat(random.nextInt(2000)))
                        .setMessageId(UUID.randomUUID().toString()))
                .limit(count)
                .toList();
    }

    private static List<String> ids(List<ServiceBusMessage> messages) {
        return messages.stream().map(ServiceBusMessage::getMessageId).toList();
    }
}
