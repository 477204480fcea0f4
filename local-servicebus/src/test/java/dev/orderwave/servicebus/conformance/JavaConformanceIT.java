package dev.orderwave.servicebus.conformance;

import static dev.orderwave.servicebus.conformance.JavaQueue.body;
import static dev.orderwave.servicebus.conformance.JavaQueue.order;
import static dev.orderwave.servicebus.conformance.JavaQueue.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.AbandonOptions;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.messaging.servicebus.models.DeferOptions;
import dev.orderwave.servicebus.DroppedLinks;
import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Azure's Java SDK. Longer than a class should be, so that one list of scenarios reads as one.
class JavaConformanceIT {
    private static final int CONNECTIONS = 200;
    private final LocalServiceBus bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(Scenario.queues()));

    @AfterEach
    void stop() {
        bus.close();
    }

    @TestFactory
    Stream<DynamicTest> the_java_sdk_finds_everything_as_in_service_bus() {
        return Arrays.stream(Scenario.values())
                .map(scenario -> DynamicTest.dynamicTest(scenario.title(), () -> {
                    try (var queue = new JavaQueue(bus, scenario)) {
                        run(scenario, queue);
                    }
                }));
    }

    private static void run(Scenario scenario, JavaQueue queue) {
        switch (scenario) {
            case SEND -> send(queue);
            case BATCH -> batch(queue);
            case SCHEDULE -> schedule(queue);
            case CANCEL -> cancel(queue);
            case PEEK -> peek(queue);
            case RECEIVE_AND_DELETE -> receiveAndDelete(queue);
            case STREAM -> stream(queue);
            case ABANDON -> abandon(queue);
            case DEFER -> defer(queue);
            case DEAD_LETTER -> deadLetter(queue);
            case LAST_DELIVERY -> lastDelivery(queue);
            case RENEW -> renew(queue);
            case LOCK_LOST -> lockLost(queue);
            case MODIFY -> modify(queue);
            case TOO_LARGE -> tooLarge(queue);
            case DUPLICATE -> duplicate(queue);
            case TIME_TO_LIVE -> timeToLive(queue);
            case THROTTLED -> throttled(queue);
            case REFUSED -> refused(queue);
            case LINKS_DROPPED -> survive(queue, new Fault.DropLinks("amqp:link:detach-forced"));
            case CONNECTIONS_DROPPED -> survive(queue, new Fault.DropConnections());
            case MANY_CONNECTIONS -> manyConnections(queue);
        }
    }

    private static void send(JavaQueue queue) {
        var sent = order("{\"orderId\":7}").setMessageId("order-7").setSubject("order");
        sent.getApplicationProperties().put("attempt", 3);
        queue.sender().sendMessage(sent);
        var receiver = queue.receiver();

        var message = receiveOne(receiver);

        assertThat(body(message)).isEqualTo("{\"orderId\":7}");
        assertThat(message.getMessageId()).isEqualTo("order-7");
        assertThat(message.getSubject()).isEqualTo("order");
        assertThat(message.getApplicationProperties()).containsExactly(Map.entry("attempt", 3));
        assertThat(message.getDeliveryCount()).isZero();
        assertThat(message.getLockedUntil()).isAfter(message.getEnqueuedTime());
        receiver.complete(message);
        assertThat(receiver.peekMessage()).isNull();
    }

    private static void batch(JavaQueue queue) {
        var sender = queue.sender();
        var batch = sender.createMessageBatch();
        for (var body : List.of("a", "b", "c")) {
            assertThat(batch.tryAddMessage(order(body))).isTrue();
        }
        sender.sendMessages(batch);
        var receiver = queue.receiver();

        for (var body : List.of("a", "b", "c")) {
            assertThat(body(receiveOne(receiver))).isEqualTo(body);
        }
    }

    private static void schedule(JavaQueue queue) {
        var due = OffsetDateTime.now().plusSeconds(1);
        queue.sender().scheduleMessage(order("scheduled"), due);

        assertThat(body(receiveOne(queue.receiver()))).isEqualTo("scheduled");
        assertThat(OffsetDateTime.now()).isAfterOrEqualTo(due);
    }

    private static void cancel(JavaQueue queue) {
        var sender = queue.sender();
        var inAnHour = OffsetDateTime.now().plusHours(1);
        var cancelled = sender.scheduleMessage(order("cancelled"), inAnHour);
        sender.scheduleMessage(order("scheduled"), inAnHour);

        sender.cancelScheduledMessage(cancelled);

        assertThat(queue.receiver().peekMessages(10))
                .extracting(JavaQueue::body)
                .containsExactly("scheduled");
    }

    private static void peek(JavaQueue queue) {
        queue.sender().sendMessages(List.of(order("first"), order("second")));
        var receiver = queue.receiver();

        assertThat(receiver.peekMessages(10)).extracting(JavaQueue::body).containsExactly("first", "second");
        assertThat(body(receiveOne(receiver))).isEqualTo("first");
    }

    private static void receiveAndDelete(JavaQueue queue) {
        queue.sender().sendMessage(order("only"));

        assertThat(body(receiveOne(queue.deletingReceiver()))).isEqualTo("only");
        assertThat(queue.receiver().peekMessage()).isNull();
    }

    private static void stream(JavaQueue queue) {
        queue.sender().sendMessages(List.of(order("first"), order("last")));
        var bodies = new CopyOnWriteArrayList<String>();
        var processor = queue.opened(queue.processor()
                .processMessage(context -> bodies.add(body(context.getMessage())))
                .processError(context -> bodies.add(String.valueOf(context.getException())))
                .buildProcessorClient());

        processor.start();

        await().atMost(JavaQueue.PATIENCE)
                .untilAsserted(() -> assertThat(bodies).containsExactly("first", "last"));
    }

    private static void abandon(JavaQueue queue) {
        queue.sender().sendMessage(order("abandoned"));
        var receiver = queue.receiver();

        receiver.abandon(receiveOne(receiver));

        assertThat(receiveOne(receiver).getDeliveryCount()).isEqualTo(1);
    }

    private static void defer(JavaQueue queue) {
        queue.sender().sendMessage(order("deferred"));
        var receiver = queue.receiver();
        var message = receiveOne(receiver);

        receiver.defer(message);

        var deferred = receiver.receiveDeferredMessage(message.getSequenceNumber());
        assertThat(body(deferred)).isEqualTo("deferred");
        receiver.complete(deferred);
        assertThat(receiver.peekMessage()).isNull();
    }

    private static void deadLetter(JavaQueue queue) {
        queue.sender().sendMessage(order("hopeless"));
        var receiver = queue.receiver();

        receiver.deadLetter(
                receiveOne(receiver),
                new DeadLetterOptions()
                        .setDeadLetterReason("NoItems")
                        .setDeadLetterErrorDescription("order 7: no items"));

        var deadLetters = queue.deadLetters();
        var dead = receiveOne(deadLetters);
        assertThat(body(dead)).isEqualTo("hopeless");
        assertThat(dead.getDeadLetterReason()).isEqualTo("NoItems");
        assertThat(dead.getDeadLetterErrorDescription()).isEqualTo("order 7: no items");
        assertThat(dead.getDeadLetterSource()).isEqualTo("dead-letter");
        deadLetters.complete(dead);
    }

    private static void lastDelivery(JavaQueue queue) {
        queue.sender().sendMessage(order("poison"));
        var receiver = queue.receiver();

        receiver.abandon(receiveOne(receiver));
        receiver.abandon(receiveOne(receiver));

        assertThat(receiveOne(queue.deadLetters()).getDeadLetterReason()).isEqualTo("MaxDeliveryCountExceeded");
    }

    private static void renew(JavaQueue queue) {
        queue.sender().sendMessage(order("renewed"));
        var receiver = queue.receiver();
        var message = receiveOne(receiver);
        var before = message.getLockedUntil();

        assertThat(receiver.renewMessageLock(message)).isAfter(before);
        receiver.complete(message);
    }

    private static void lockLost(JavaQueue queue) {
        queue.sender().sendMessage(order("slow"));
        var receiver = queue.receiver();
        var lost = receiveOne(receiver);
        var again = receiveOne(receiver);

        assertThat(again.getDeliveryCount()).isEqualTo(1);
        fails(ServiceBusFailureReason.MESSAGE_LOCK_LOST, () -> receiver.complete(lost));
        receiver.complete(again);
    }

    private static void modify(JavaQueue queue) {
        var sent = order("modified");
        sent.getApplicationProperties().put("origin", "loadgen");
        queue.sender().sendMessage(sent);
        var receiver = queue.receiver();

        receiver.abandon(receiveOne(receiver), new AbandonOptions().setPropertiesToModify(Map.of("attempt", 1)));
        var again = receiveOne(receiver);
        assertThat(again.getApplicationProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.of("origin", "loadgen", "attempt", 1));
        receiver.defer(again, new DeferOptions().setPropertiesToModify(Map.of("attempt", 2)));
        var deferred = receiver.receiveDeferredMessage(again.getSequenceNumber());
        assertThat(deferred.getApplicationProperties()).containsEntry("attempt", 2);
        receiver.deadLetter(
                deferred,
                new DeadLetterOptions().setDeadLetterReason("Late").setPropertiesToModify(Map.of("attempt", 3)));

        var dead = receiveOne(queue.deadLetters());
        assertThat(dead.getDeadLetterReason()).isEqualTo("Late");
        assertThat(dead.getApplicationProperties()).containsEntry("attempt", 3);
    }

    private static void tooLarge(JavaQueue queue) {
        var sender = queue.sender();

        fails(ServiceBusFailureReason.MESSAGE_SIZE_EXCEEDED, () -> sender.sendMessage(order("x".repeat(100_000))));
        sender.sendMessage(order("small"));

        assertThat(body(receiveOne(queue.receiver()))).isEqualTo("small");
    }

    private static void duplicate(JavaQueue queue) {
        var sender = queue.sender();
        for (var id : List.of("order-7", "order-7", "order-8")) {
            sender.sendMessage(order("order").setMessageId(id));
        }
        var receiver = queue.receiver();

        assertThat(List.of(receiveOne(receiver), receiveOne(receiver)))
                .extracting(ServiceBusReceivedMessage::getMessageId)
                .containsExactly("order-7", "order-8");
    }

    private static void timeToLive(JavaQueue queue) {
        queue.sender().sendMessage(order("late").setTimeToLive(Duration.ofMillis(100)));

        assertThat(receiveOne(queue.deadLetters()).getDeadLetterReason()).isEqualTo("TTLExpiredException");
    }

    /// Whatever may pass by itself is told as the cause of "retries exhausted".
    private static void throttled(JavaQueue queue) {
        var sender = queue.impatientSender();
        queue.inject(new Fault.Throttle());

        assertThatThrownBy(() -> sender.sendMessage(order("too many")))
                .rootCause()
                .asInstanceOf(type(AmqpException.class))
                .extracting(AmqpException::getErrorCondition)
                .isEqualTo(AmqpErrorCondition.SERVER_BUSY_ERROR);
        queue.clearFault();
        sender.sendMessage(order("now"));

        assertThat(body(receiveOne(queue.receiver()))).isEqualTo("now");
    }

    private static void refused(JavaQueue queue) {
        var sender = queue.impatientSender();
        queue.inject(new Fault.Refuse("amqp:unauthorized-access"));

        fails(ServiceBusFailureReason.UNAUTHORIZED, () -> sender.sendMessage(order("unwanted")));
        queue.clearFault();
        sender.sendMessage(order("welcome"));

        assertThat(body(receiveOne(queue.receiver()))).isEqualTo("welcome");
    }

    private static void survive(JavaQueue queue, Fault fault) {
        var sender = queue.sender();
        var receiver = queue.receiver();
        for (var body : List.of("before", "after")) {
            DroppedLinks.sendThrough(() -> sender.sendMessage(order(body)), JavaQueue.PATIENCE);
            var message = receiveOne(receiver);
            assertThat(body(message)).isEqualTo(body);
            receiver.complete(message);
            queue.inject(fault);
        }
    }

    private static void manyConnections(JavaQueue queue) {
        var senders = IntStream.range(0, CONNECTIONS)
                .mapToObj(_ -> queue.impatientSender())
                .toList();
        senders.forEach(ServiceBusSenderClient::createMessageBatch);
        var busy = senders.subList(0, CONNECTIONS / 2);

        busy.forEach(sender -> sender.sendMessage(order("order")));

        assertThat(queue.deletingReceiver().receiveMessages(busy.size(), JavaQueue.PATIENCE))
                .hasSameSizeAs(busy);
    }

    private static void fails(ServiceBusFailureReason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(ServiceBusException.class))
                .extracting(ServiceBusException::getReason)
                .isEqualTo(reason);
    }
}
