package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderwave.processes.FreePorts;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingBindingTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Vertx vertx = Vertx.vertx();
    private final DaprBindingConnector connector = new DaprBindingConnector(vertx);
    private final HttpClient daprd = HttpClient.newHttpClient();
    private final int port = FreePorts.find(1).getFirst();
    private final List<Message<byte[]>> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        connector.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_event_is_answered_with_200_only_after_its_message_was_acked() {
        consume(Map.of());

        var answer = post("an order");
        var message = awaitMessage(0);
        assertThat(answer).isNotDone();
        message.ack();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body()).isEmpty();
        assertThat(message.getPayload()).asString(StandardCharsets.UTF_8).isEqualTo("an order");
    }

    @Test
    void an_event_is_answered_with_500_and_the_reason_after_its_message_was_nacked() {
        consume(Map.of());

        var answer = post("an order");
        awaitMessage(0).nack(new IllegalStateException("the outbox is full"));

        assertThat(answer.join().statusCode()).isEqualTo(500);
        assertThat(answer.join().body()).isEqualTo("the outbox is full");
    }

    @Test
    void what_came_and_what_is_in_hand_is_counted() {
        consume(Map.of());
        post("one");
        post("another");
        awaitMessage(1);

        received.getFirst().ack();

        await().untilAsserted(() -> assertThat(connector.traffic("q-orders")).isEqualTo(new Traffic(2, 1)));
        assertThatThrownBy(() -> connector.traffic("q-other")).hasMessageContaining("q-other");
    }

    @Test
    void interrupted_reading_makes_the_app_look_unwell_for_a_while_and_takes_what_comes() {
        consume(Map.of());
        connector.interruptReading();

        assertThat(send(request("/healthz").GET()).statusCode()).isEqualTo(503);
        var answer = post("an order");
        awaitMessage(0).ack();
        assertThat(answer.join().statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> send(request("/healthz").GET()).statusCode() == 200);
    }

    /// Both are nacked in the order in which they must not be answered.
    @Test
    void the_answer_to_a_failed_event_waits_and_that_to_a_hopeless_one_does_not() {
        consume(Map.of("failure-pause", "60000"));
        var failed = post("fails");
        awaitMessage(0).nack(new IllegalStateException("not now"));
        var hopeless = post("hopeless");
        awaitMessage(1).nack(new HopelessMessageException("never"));

        assertThat(hopeless.join().statusCode()).isEqualTo(500);
        assertThat(failed).isNotDone();
        connector.close();
        assertThat(failed.join().statusCode()).isEqualTo(500);
    }

    @Test
    void the_first_settlement_counts() {
        consume(Map.of());

        var answer = post("an order");
        var message = awaitMessage(0);
        message.nack(new IllegalStateException("no"));
        message.ack();

        assertThat(answer.join().statusCode()).isEqualTo(500);
    }

    @Test
    void the_headers_of_dapr_become_typed_metadata() {
        consume(Map.of());

        var request = event("an order")
                .header("Id", "47+11%20")
                .header("Label", "first of many")
                .header("tenant", "north%20and+east")
                .header("traceparent", TRACEPARENT)
                .header("tracestate", "vendor=1");
        daprd.sendAsync(request.build(), BodyHandlers.ofString());

        var metadata =
                awaitMessage(0).getMetadata(IncomingBindingMetadata.class).orElseThrow();
        assertThat(metadata.binding()).isEqualTo("q-orders");
        assertThat(metadata.messageId()).contains("47+11%20");
        assertThat(metadata.label()).contains("first of many");
        assertThat(metadata.correlationId()).isEmpty();
        assertThat(metadata.property("tenant")).contains("north and east");
        var trace = received.getFirst().getMetadata(TraceContext.class).orElseThrow();
        assertThat(trace.traceparent()).isEqualTo(TRACEPARENT);
        assertThat(trace.tracestate()).contains("vendor=1");
    }

    @Test
    void more_messages_than_may_be_in_flight_are_refused_with_503_and_taken_again_later() {
        consume(Map.of("max-in-flight", "2"));
        var first = post("1");
        var second = post("2");
        awaitMessage(1);

        assertThat(post("3").join().statusCode()).isEqualTo(503);

        received.get(0).ack();
        assertThat(CompletableFuture.anyOf(first, second)).succeedsWithin(Duration.ofSeconds(10));
        post("4");
        assertThat(awaitMessage(2).getPayload())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("4");
    }

    @Test
    void more_bytes_than_may_be_in_flight_are_refused_with_503() {
        consume(Map.of("max-in-flight-bytes", "100", "max-body-bytes", "80"));
        post("a".repeat(60));
        awaitMessage(0);

        assertThat(post("b".repeat(60)).join().statusCode()).isEqualTo(503);
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString("c".repeat(60)));
        assertThat(send(request("/q-orders").POST(chunked)).statusCode()).isEqualTo(503);
    }

    @Test
    void a_message_larger_than_allowed_is_refused_with_413_whether_its_length_is_announced_or_not() {
        consume(Map.of("max-body-bytes", "1000"));
        var tooLarge = "x".repeat(1001);
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(tooLarge));

        assertThat(post(tooLarge).join().statusCode()).isEqualTo(413);
        assertThat(send(request("/q-orders").POST(chunked)).statusCode()).isEqualTo(413);
        assertThat(received).isEmpty();
    }

    @Test
    void a_chunked_event_arrives_whole() {
        consume(Map.of());
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString("an order"));

        daprd.sendAsync(request("/q-orders").POST(chunked).build(), BodyHandlers.ofString());

        assertThat(awaitMessage(0).getPayload())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("an order");
    }

    @Test
    void options_tells_dapr_that_the_binding_is_read() {
        consume(Map.of());

        assertThat(send(request("/q-orders").method("OPTIONS", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/q-other").method("OPTIONS", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_a_post_is_an_event() {
        consume(Map.of());

        assertThat(send(request("/q-orders").GET()).statusCode()).isEqualTo(405);
        assertThat(send(request("/q-orders").method("PROPFIND", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void an_event_of_a_binding_that_no_channel_reads_is_refused_with_404() {
        consume(Map.of());

        var answer = send(request("/q-other").POST(BodyPublishers.ofString("an order")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/q-other");
    }

    @Test
    void an_event_without_the_applications_token_is_refused_with_401() {
        consume(Map.of("app-api-token", "secret"));

        assertThat(post("an order").join().statusCode()).isEqualTo(401);
        assertThat(send(event("an order").header("dapr-api-token", "guess")).statusCode())
                .isEqualTo(401);
        daprd.sendAsync(event("an order").header("dapr-api-token", "secret").build(), BodyHandlers.ofString());
        awaitMessage(0);
    }

    @Test
    void every_so_many_responses_end_their_connection() {
        consumeAndAck(Map.of("connection-close-interval", "3"));

        var closing = IntStream.range(0, 6)
                .mapToObj(i -> post("an order")
                        .join()
                        .headers()
                        .firstValue("connection")
                        .isPresent())
                .toList();

        assertThat(closing).containsExactly(false, false, true, false, false, true);
    }

    @Test
    void the_app_is_healthy_once_its_channel_is_consumed() {
        var channel = channel(Map.of());
        assertThat(send(request("/healthz").GET()).statusCode()).isEqualTo(503);
        assertThat(connector.getReadiness().isOk()).isFalse();

        channel.subscribe().with(received::add);

        assertThat(send(request("/healthz").GET()).statusCode()).isEqualTo(200);
        assertThat(connector.getReadiness().isOk()).isTrue();
    }

    @Test
    void the_first_probe_is_answered_when_the_channel_is_consumed() throws IOException {
        var channel = channel(Map.of());
        try (var early = new Socket("localhost", port)) {
            early.getOutputStream()
                    .write("GET /healthz HTTP/1.1\r\nHost: app\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            send(request("/q-orders").method("OPTIONS", BodyPublishers.noBody())); // the probe came before this

            channel.subscribe().with(received::add);

            var answer = new BufferedReader(new InputStreamReader(early.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void a_shutdown_refuses_new_messages_and_waits_for_those_in_flight() {
        consume(Map.of("drain-timeout", "10000"));
        var answer = post("an order");
        var message = awaitMessage(0);

        var shutdown = CompletableFuture.runAsync(connector::close);
        await().until(() -> post("too late").join().statusCode() == 503);
        assertThat(send(request("/healthz").GET()).statusCode()).isEqualTo(503);
        assertThat(shutdown).isNotDone();
        message.ack();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(shutdown).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_shutdown_holds_new_messages_and_gives_each_back_once_before_daprds_probe_fails() {
        consume(Map.of());
        assertThat(probe()).isEqualTo(200);

        var shutdown = CompletableFuture.runAsync(connector::close);
        await().until(() -> !connector.getReadiness().isOk());
        var held = List.of(post("one"), post("another"));
        await().until(() -> probe() == 503 && held.stream().allMatch(CompletableFuture::isDone));

        assertThat(held).allMatch(answer -> answer.join().statusCode() == 500);
        assertThat(received).isEmpty();
        assertThat(shutdown).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_shutdown_settles_what_is_in_hand_before_daprds_probe_fails() {
        consume(Map.of());
        var answer = post("an order");
        var message = awaitMessage(0);
        assertThat(probe()).isEqualTo(200);

        var shutdown = CompletableFuture.runAsync(connector::close);
        await().until(() -> !connector.getReadiness().isOk());
        assertThat(probe()).isEqualTo(200);
        message.ack();
        assertThat(answer.join().statusCode()).isEqualTo(200);

        assertThat(probe()).isEqualTo(503);
        assertThat(shutdown).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_shutdown_does_not_wait_for_ever_for_what_is_in_hand() {
        consume(Map.of());
        post("an order that is never settled");
        awaitMessage(0);
        assertThat(probe()).isEqualTo(200);

        var shutdown = CompletableFuture.runAsync(connector::close);
        await().until(() -> !connector.getReadiness().isOk());

        assertThat(List.of(probe(), probe())).containsExactly(200, 503);
        assertThat(shutdown).succeedsWithin(Duration.ofSeconds(10));
    }

    /// What a message of Service Bus may have.
    @Test
    void an_event_with_64_kb_of_escaped_properties_is_taken_in() {
        consume(Map.of());

        var answer = daprd.sendAsync(
                event("an order").header("Note", "%C3%A9".repeat(32 * 1024)).build(), BodyHandlers.ofString());
        awaitMessage(0).ack();

        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void larger_headers_and_longer_request_lines_than_any_event_has_are_refused() {
        consume(Map.of());

        var header = event("an order").header("Note", "x".repeat(300 * 1024));
        assertThat(send(header).statusCode()).isEqualTo(431);
        assertThat(send(request("/" + "x".repeat(10_000)).GET()).statusCode()).isEqualTo(414);
        assertThat(received).isEmpty();
    }

    @Test
    void a_peer_that_stops_in_the_middle_of_a_body_is_cut_off_and_frees_its_room() throws IOException {
        consume(Map.of("idle-timeout", "500", "max-in-flight", "1"));
        try (var peer = new Socket("127.0.0.1", port)) {
            peer.getOutputStream()
                    .write("POST /q-orders HTTP/1.1\r\nHost: app\r\nContent-Length: 100\r\n\r\nhalf"
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> connector.traffic("q-orders").inHand() == 1);

            await().until(() -> connector.traffic("q-orders").inHand() == 0);
            assertThat(peer.getInputStream().readAllBytes()).isEmpty();
        }

        var answer = post("an order");
        awaitMessage(0).ack();
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var attributes = Map.of("app-port", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> connector.getPublisher(ChannelConfig.of("orders", attributes)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port %d for events from daprd".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void two_channels_cannot_read_one_binding() {
        consume(Map.of());

        assertThatThrownBy(() -> channel(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("q-orders is read by two channels");
    }

    private void consume(Map<String, String> attributes) {
        channel(attributes).subscribe().with(received::add);
    }

    private void consumeAndAck(Map<String, String> attributes) {
        channel(attributes).subscribe().with(Message::ack);
    }

    @SuppressWarnings("unchecked")
    private Multi<Message<byte[]>> channel(Map<String, String> attributes) {
        return (Multi<Message<byte[]>>) connector.getPublisher(config("orders", attributes));
    }

    private Config config(String channel, Map<String, String> attributes) {
        var all = new HashMap<>(attributes);
        all.put("app-port", Integer.toString(port));
        all.put("binding", "q-orders");
        all.putIfAbsent("drain-timeout", "100");
        return ChannelConfig.of(channel, all);
    }

    private Message<byte[]> awaitMessage(int index) {
        await().until(() -> received.size() > index);
        return received.get(index);
    }

    private int probe() {
        return send(request("/healthz").GET()).statusCode();
    }

    private CompletableFuture<HttpResponse<String>> post(String body) {
        return daprd.sendAsync(event(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder event(String body) {
        return request("/q-orders").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return daprd.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }
}
