package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.JavaSdk.messages;
import static dev.orderwave.servicebus.JavaSdk.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import dev.orderwave.servicebus.Fault.Delay;
import dev.orderwave.servicebus.Fault.DropConnections;
import dev.orderwave.servicebus.Fault.DropLinks;
import dev.orderwave.servicebus.Fault.Held;
import dev.orderwave.servicebus.Fault.Hold;
import dev.orderwave.servicebus.Fault.Refuse;
import dev.orderwave.servicebus.Fault.StallLinks;
import dev.orderwave.servicebus.Fault.Throttle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an SDK sees of each fault.
class FaultsTest {
    private static final Duration LATE = Duration.ofMillis(300);
    private final JavaSdk sdk = new JavaSdk(QueueConfig.named("orders"));
    private final Faults faults = sdk.faults();

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void held_deliveries_leave_a_receiver_waiting_with_its_link_open() {
        var receiver = sdk.receiver();
        sdk.sender().sendMessages(messages("before"));
        receiver.complete(receiveOne(receiver));

        faults.inject("orders", new Hold(Held.DELIVERIES));
        sdk.sender().sendMessages(messages("held"));
        var waiting = CompletableFuture.supplyAsync(() -> receiveOne(receiver));

        var managed = receiver.peekMessage();
        assertThat(managed.getBody().toString()).as("answers still come").isEqualTo("held");
        assertThat(sdk.statistics().delivered()).isEqualTo(1);
        assertThat(waiting).isNotDone();

        faults.clear("orders");
        assertThat(waiting.join().getBody().toString()).isEqualTo("held");
    }

    @Test
    void a_stalled_link_gets_nothing_any_more_and_a_new_one_does() {
        var stalled = sdk.receiver();
        sdk.sender().sendMessages(messages("before"));
        stalled.complete(receiveOne(stalled));

        faults.inject("orders", new StallLinks());
        sdk.sender().sendMessages(messages("after"));

        assertThat(receiveOne(sdk.deletingReceiver()).getBody().toString()).isEqualTo("after");
        assertThat(faults.inForce()).isEmpty();
    }

    @Test
    void a_send_with_its_answer_held_arrives_and_leaves_its_sender_waiting() {
        faults.inject("orders", new Hold(Held.ANSWERS));

        var sender = sdk.sender();
        var sending = CompletableFuture.runAsync(() -> sender.sendMessages(messages("sent")));

        var received = receiveOne(sdk.deletingReceiver());
        assertThat(received.getBody().toString()).isEqualTo("sent");
        assertThat(sending).isNotDone();
        faults.clearAll();
        assertThat(sending).succeedsWithin(JavaSdk.PATIENCE);
    }

    @Test
    void a_completion_with_its_answer_held_is_done_all_the_same() {
        sdk.sender().sendMessages(messages("sent"));
        var receiver = sdk.receiver();
        var message = receiveOne(receiver);
        faults.inject("orders", new Hold(Held.EVERYTHING));

        var completing = CompletableFuture.runAsync(() -> receiver.complete(message));

        await().atMost(JavaSdk.PATIENCE)
                .untilAsserted(() -> assertThat(sdk.statistics().completed()).isEqualTo(1));
        assertThat(completing).isNotDone();
        faults.clear("orders");
        assertThat(completing).succeedsWithin(JavaSdk.PATIENCE);
    }

    @Test
    void what_is_delayed_comes_late_and_in_order() {
        faults.inject("orders", new Delay(LATE));
        var sender = sdk.sender();

        var started = System.nanoTime();
        sender.sendMessages(messages("first", "second"));
        var answered = System.nanoTime();
        var received = sdk.deletingReceiver().receiveMessages(2, JavaSdk.PATIENCE).stream()
                .map(ServiceBusReceivedMessage::getBody)
                .map(Object::toString);

        assertThat(received).containsExactly("first", "second");
        assertThat(Duration.ofNanos(answered - started)).isGreaterThanOrEqualTo(LATE);
        assertThat(Duration.ofNanos(System.nanoTime() - answered)).isGreaterThanOrEqualTo(LATE);
    }

    @Test
    void a_link_refused_is_told_the_condition() {
        faults.inject("orders", new Refuse("amqp:unauthorized-access"));
        var sender = sdk.sender();

        assertThatThrownBy(() -> sender.sendMessages(messages("unwanted")))
                .asInstanceOf(type(ServiceBusException.class))
                .extracting(ServiceBusException::getReason)
                .isEqualTo(ServiceBusFailureReason.UNAUTHORIZED);

        faults.clear("orders");
        sender.sendMessages(messages("welcome"));
        assertThat(sdk.statistics().active()).isEqualTo(1);
    }

    @Test
    void a_send_on_an_open_link_is_rejected_with_the_condition() {
        var sender = sdk.sender();
        sender.sendMessages(messages("welcome"));
        faults.inject("orders", new Refuse("amqp:unauthorized-access"));

        assertThatThrownBy(() -> sender.sendMessages(messages("unwanted")))
                .asInstanceOf(type(ServiceBusException.class))
                .extracting(ServiceBusException::getReason)
                .isEqualTo(ServiceBusFailureReason.UNAUTHORIZED);
        assertThat(sdk.statistics().enqueued()).isEqualTo(1);
    }

    @Test
    void a_throttled_send_fails_as_a_busy_service() {
        var sender = sdk.sender();
        faults.inject("orders", new Throttle());

        assertThatThrownBy(() -> sender.sendMessages(messages("too many")))
                .hasMessageContaining("Retries exhausted")
                .rootCause()
                .asInstanceOf(type(AmqpException.class))
                .extracting(AmqpException::getErrorCondition)
                .isEqualTo(AmqpErrorCondition.SERVER_BUSY_ERROR);

        faults.clear("orders");
        sender.sendMessages(messages("now"));
        assertThat(sdk.statistics().enqueued()).isEqualTo(1);
    }

    @Test
    void a_throttled_request_fails_as_a_busy_service() {
        var receiver = sdk.receiver();
        faults.inject("orders", new Throttle());

        assertThatThrownBy(receiver::peekMessage).hasMessageContaining("being throttled");
    }

    @Test
    void dropped_connections_are_made_anew() {
        var sender = sdk.patientSender();
        sender.sendMessages(messages("before"));

        faults.inject("orders", new DropConnections());
        DroppedLinks.sendThrough(() -> sender.sendMessages(messages("after")), JavaSdk.PATIENCE);

        assertThat(sdk.statistics().enqueued()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void dropped_links_are_made_anew() {
        var sender = sdk.patientSender();
        sender.sendMessages(messages("before"));

        faults.inject("orders", new DropLinks("amqp:link:detach-forced"));
        DroppedLinks.sendThrough(() -> sender.sendMessages(messages("after")), JavaSdk.PATIENCE);

        assertThat(sdk.statistics().enqueued()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void another_process_injects_lists_and_clears_faults() {
        var wanted = List.of(new Hold(Held.DELIVERIES), new Delay(LATE), new Refuse("amqp:not-found"), new Throttle());
        try (var client = new FaultsClient(sdk.statisticsPort())) {
            for (var fault : wanted) {
                client.inject("orders/$DeadLetterQueue", fault);

                assertThat(client.inForce()).containsOnly(Map.entry("orders/$deadletterqueue", fault));
                assertThat(faults.inForce()).isEqualTo(client.inForce());
            }
            client.inject("orders", new DropLinks("amqp:link:detach-forced"));
            client.inject("orders", new DropConnections());
            client.inject("orders", new Throttle());

            client.clear("orders/$deadletterqueue");
            assertThat(client.inForce()).containsOnlyKeys("orders");
            client.clearAll();
            assertThat(client.inForce()).isEmpty();
        }
    }

    @Test
    void a_fault_of_no_queue_is_an_error_that_names_those_there_are() {
        try (var client = new FaultsClient(sdk.statisticsPort())) {
            for (var each : List.of(faults, client)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> each.inject("parcels", new Throttle()))
                        .withMessageContaining("parcels")
                        .withMessageContaining("orders");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"fault\":\"explode\"}",
                "{\"fault\":\"delay\"}",
                "{\"fault\":\"refuse\"}"
            })
    void what_is_no_fault_is_refused_over_http(String json) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/faults/orders".formatted(sdk.statisticsPort())))
                .PUT(BodyPublishers.ofString(json))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("not a fault: ");
        }
        assertThat(faults.inForce()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not found", "amqp:"})
    void a_condition_that_is_none_is_refused(String condition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refuse(condition))
                .withMessageContaining("\"" + condition + "\"");
    }
}
