package dev.orderwave.dapr;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutgoingBindingTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Vertx vertx = Vertx.vertx();
    private final DaprBindingConnector connector = new DaprBindingConnector(vertx);
    private final ScriptedDaprd daprd = new ScriptedDaprd();
    private final UnicastProcessor<Message<?>> messages = UnicastProcessor.create();

    @AfterEach
    void close() {
        connector.close();
        daprd.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_message_is_acked_when_dapr_accepted_it() {
        connect(Map.of());

        var settlement = send("an order");

        assertThat(settlement.join()).isEqualTo("acked");
        var call = daprd.calls.getFirst();
        assertThat(call.getName()).isEqualTo("express-outbox");
        assertThat(call.getOperation()).isEqualTo("create");
        assertThat(call.getData().toStringUtf8()).isEqualTo("an order");
    }

    @Test
    void a_refused_message_is_nacked_and_the_channel_goes_on() {
        connect(Map.of());
        daprd.refuse("bad");

        assertThat(send("bad").join())
                .startsWith("nacked: Output binding express-outbox did not accept the message")
                .contains("the queue is full");
        assertThat(send("good").join()).isEqualTo("acked");
    }

    @Test
    void an_error_while_a_message_is_sent_nacks_this_message_and_the_channel_goes_on() {
        connect(Map.of("max-in-flight", "1"));

        assertThat(send(new Unwritable()).join())
                .startsWith("nacked: Output binding express-outbox did not accept the message")
                .contains("no JSON can be made of it");
        assertThat(send("good").join()).isEqualTo("acked");
    }

    /// What becomes JSON is read by its getters.
    public static final class Unwritable {
        public String getText() {
            throw new AssertionError("no JSON can be made of it");
        }
    }

    @Test
    void a_message_that_is_never_answered_is_nacked_after_the_send_timeout() {
        connect(Map.of("send-timeout", "200"));
        daprd.stall("stuck");

        assertThat(send("stuck").join())
                .startsWith("nacked: Output binding express-outbox did not accept the message")
                .contains("DEADLINE_EXCEEDED");
    }

    @Test
    void a_message_that_is_stuck_does_not_hold_back_the_others() {
        connect(Map.of());
        daprd.stall("stuck");

        var stuck = send("stuck");
        var others = IntStream.range(0, 100).mapToObj(i -> send("order " + i)).toList();

        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo("acked"));
        assertThat(stuck).isNotDone();
    }

    @Test
    void no_more_calls_than_allowed_are_under_way() {
        connect(Map.of("max-in-flight", "2", "send-timeout", "3000"));
        daprd.stall("stuck");

        var stuck = List.of(send("stuck"), send("stuck"));
        var third = send("a third");

        assertThat(third.thenApply(settled -> stuck.stream().anyMatch(CompletableFuture::isDone))
                        .join())
                .isTrue();
    }

    @Test
    void a_message_that_names_operation_and_metadata_goes_before_its_channel() {
        connect(Map.of("operation", "get", "metadata", "contentType=application/json,blobName=none"));
        var own = new OutgoingBindingMetadata(Optional.of("create"), Map.of("blobName", "4711"));

        send("an order", Metadata.of(own)).join();

        assertThat(daprd.calls.getFirst().getOperation()).isEqualTo("create");
        assertThat(daprd.calls.getFirst().getMetadataMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of("blobName", "4711", "contentType", "application/json"));
    }

    @Test
    void the_trace_context_of_a_message_goes_out_with_it() {
        connect(Map.of());

        send("an order", Metadata.of(new TraceContext(TRACEPARENT, Optional.empty())))
                .join();

        assertThat(daprd.headers.getFirst().get(ScriptedDaprd.TRACEPARENT)).isEqualTo(TRACEPARENT);
        assertThat(daprd.headers.getFirst().keys())
                .as("daprd makes a property of each, and no queue takes one that is not text")
                .noneMatch(name -> name.endsWith("-bin"));
    }

    @Test
    void a_trace_context_that_cannot_be_sent_costs_no_order() {
        connect(Map.of());

        var unsendable = send("an order", Metadata.of(new TraceContext("00-ä\n-01", Optional.of("a=b"))));
        assertThat(unsendable.join()).isEqualTo("acked");
        send("another", Metadata.of(new TraceContext(TRACEPARENT, Optional.of("ä"))))
                .join();

        assertThat(daprd.headers.get(0).get(ScriptedDaprd.TRACEPARENT)).isNull();
        assertThat(daprd.headers.get(1).get(ScriptedDaprd.TRACEPARENT)).isEqualTo(TRACEPARENT);
        assertThat(daprd.headers.get(1).keys()).doesNotContain("tracestate");
    }

    @Test
    void the_token_of_dapr_goes_out_with_every_call() {
        connect(Map.of("api-token", "secret"));

        send("an order").join();

        assertThat(daprd.headers.getFirst().get(ScriptedDaprd.TOKEN)).isEqualTo("secret");
    }

    @Test
    void bytes_go_as_they_are_and_text_without_quotes() {
        connect(Map.of());

        send(new byte[] {0, (byte) 0xff, 7}).join();
        send("\"text\"").join();

        assertThat(daprd.calls.get(0).getData().toByteArray()).containsExactly(0, 0xff, 7);
        assertThat(daprd.calls.get(1).getData().toStringUtf8()).isEqualTo("\"text\"");
    }

    @Test
    void an_old_connection_is_renewed_so_that_another_daprd_may_answer() {
        connect(Map.of("client-max-age", "1"));

        await().until(() -> {
            send("an order").join();
            return daprd.connections.size() > 2;
        });
    }

    @Test
    void the_channel_is_ready_while_daprd_answers() {
        var http = new WireMockServer(options().dynamicPort());
        http.start();
        try {
            connect(Map.of("http-endpoint", http.baseUrl()));
            http.stubFor(get("/v1.0/healthz/outbound").willReturn(noContent()));
            // The server's first answer may take longer than a probe waits.
            await().until(() -> connector.getReadiness().isOk());

            http.stubFor(get("/v1.0/healthz/outbound").willReturn(serverError()));
            assertThat(connector.getReadiness().isOk()).isFalse();
            assertThat(connector.getReadiness().getChannels().getFirst().getMessage())
                    .contains("daprd does not answer");
            assertThat(connector.getLiveness().isOk()).isTrue();
        } finally {
            http.stop();
        }
    }

    private void connect(Map<String, String> attributes) {
        var all = new HashMap<>(attributes);
        all.put("grpc-endpoint", daprd.endpoint());
        @SuppressWarnings("unchecked")
        var subscriber = (Flow.Subscriber<Message<?>>) connector.getSubscriber(ChannelConfig.of("express-outbox", all));
        Multi<Message<?>> channel = messages;
        channel.subscribe(subscriber);
    }

    private CompletableFuture<String> send(Object payload) {
        return send(payload, Metadata.empty());
    }

    private CompletableFuture<String> send(Object payload, Metadata metadata) {
        var settlement = new CompletableFuture<String>();
        messages.onNext(Message.of(
                payload,
                metadata,
                () -> {
                    settlement.complete("acked");
                    return CompletableFuture.completedFuture(null);
                },
                reason -> {
                    settlement.complete("nacked: " + reason.getMessage());
                    return CompletableFuture.completedFuture(null);
                }));
        return settlement.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS);
    }
}
