package dev.orderwave.dapr.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Against grpc-java's own server.
class GrpcConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NioEventLoopGroup loops = new NioEventLoopGroup(1);
    private final EventLoop loop = loops.next();

    @AfterEach
    void close() {
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void a_message_arrives_as_it_was_sent() {
        try (var server = new EchoServer(UnaryOperator.identity())) {
            var connection = open(server.port(), PATIENCE);

            call(connection, "an order").join();

            assertThat(server.messages()).containsExactly("an order");
        }
    }

    @Test
    void messages_larger_than_every_window_arrive_whole_and_small_ones_overtake_them() {
        try (var server = new EchoServer(builder -> builder.flowControlWindow(65_535))) {
            var connection = open(server.port(), PATIENCE);
            var large = "x".repeat(1_000_000);

            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> call(connection, i + large))
                    .toList();
            call(connection, "small").join();
            answers.forEach(CompletableFuture::join);

            assertThat(server.messages())
                    .containsAll(IntStream.range(0, 20).mapToObj(i -> i + large).toList());
        }
    }

    @Test
    void an_answer_may_be_large_again_and_again() {
        try (var server = new EchoServer(UnaryOperator.identity())) {
            server.answer(new byte[300_000]);
            var connection = open(server.port(), PATIENCE);

            IntStream.range(0, 20)
                    .mapToObj(i -> call(connection, "order " + i))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(server.messages()).hasSize(20);
        }
    }

    @Test
    void no_more_calls_are_begun_than_the_server_wants() {
        try (var server = new EchoServer(builder -> builder.maxConcurrentCallsPerConnection(2))) {
            var connection = open(server.port(), PATIENCE);

            IntStream.range(0, 200)
                    .mapToObj(i -> call(connection, "order " + i))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(server.messages()).hasSize(200);
            assertThat(server.mostAtATime()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_refusal_is_told_with_its_status_and_its_words() {
        try (var server = new EchoServer(UnaryOperator.identity())) {
            server.refuse(Status.RESOURCE_EXHAUSTED.withDescription("queue \"größer\" + voll: 100 %\nzweite Zeile"));
            var connection = open(server.port(), PATIENCE);

            assertThatThrownBy(call(connection, "an order")::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            GrpcException.class,
                            failure -> assertThat(failure.status()).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED))
                    .hasMessage("RESOURCE_EXHAUSTED: queue \"größer\" + voll: 100 %\nzweite Zeile");
        }
    }

    @Test
    void a_call_without_an_answer_ends_in_time_and_the_others_go_on() {
        try (var server = new EchoServer(UnaryOperator.identity())) {
            server.stall("stuck");
            var connection = open(server.port(), Duration.ofMillis(300));

            var stuck = call(connection, "stuck");
            call(connection, "an order").join();

            assertThatThrownBy(stuck::join).hasMessageContaining("DEADLINE_EXCEEDED");
            call(connection, "another").join();
            await().untilAsserted(() -> assertThat(server.cancelled()).isEqualTo(1));
        }
    }

    @Test
    void a_server_that_goes_away_answers_what_was_begun_and_gets_nothing_more() {
        try (var server = new EchoServer(UnaryOperator.identity())) {
            var connection = open(server.port(), PATIENCE);
            server.hold("slow");
            var slow = call(connection, "slow");
            await().until(() -> server.messages().contains("slow"));

            server.shutDown();
            await().until(() -> !takesCalls(connection));
            server.release();

            slow.join();
            assertThatThrownBy(call(connection, "late")::join).hasMessageContaining("UNAVAILABLE");
        }
    }

    @Test
    void calls_end_when_the_connection_does() {
        var server = new EchoServer(UnaryOperator.identity());
        server.stall("stuck");
        var connection = open(server.port(), PATIENCE);
        var stuck = call(connection, "stuck");
        await().until(() -> server.messages().contains("stuck"));

        server.close();

        assertThatThrownBy(stuck::join).hasMessageContaining("UNAVAILABLE");
        assertThat(takesCalls(connection)).isFalse();
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        var connection = open(port, PATIENCE);

        assertThatThrownBy(call(connection, "an order")::join)
                .hasMessageContaining("UNAVAILABLE: 127.0.0.1:%d cannot be reached".formatted(port));
    }

    @Test
    void a_host_that_does_not_exist_is_named() {
        var server = new GrpcServer("no-such-host.invalid", 50001, Optional.empty());
        var connection = GrpcConnection.open(server, method(PATIENCE), loop, Runnable::run);

        assertThatThrownBy(call(connection, "an order")::join)
                .hasMessageContaining("UNAVAILABLE: no-such-host.invalid:50001 cannot be reached");
    }

    @Test
    void a_port_that_cannot_be_is_named() {
        var connection = open(70_000, PATIENCE);

        assertThatThrownBy(call(connection, "an order")::join)
                .hasMessageContaining("UNAVAILABLE: 127.0.0.1:70000 cannot be reached");
    }

    @Test
    void a_server_that_never_says_a_word_is_left_with_the_last_call() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var left = CompletableFuture.supplyAsync(() -> readToTheEnd(silent));
            var connection = open(silent.getLocalPort(), Duration.ofMillis(300));
            var call = call(connection, "an order");
            loop.execute(connection::retire);

            assertThatThrownBy(call::join).hasMessageContaining("DEADLINE_EXCEEDED");
            assertThat(left.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
        }
    }

    private static boolean readToTheEnd(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void one_that_speaks_something_else_is_found_out() throws IOException {
        try (var other = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = other.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client has gone, as it should
                }
            });
            var connection = open(other.getLocalPort(), PATIENCE);

            assertThatThrownBy(call(connection, "an order")::join).hasMessageContaining("UNAVAILABLE");
        }
    }

    @Test
    void a_header_that_cannot_be_sent_is_refused_at_once() {
        var method = new GrpcMethod(EchoServer.PATH, PATIENCE, Map.of("dapr-api-token", "two\nlines"));

        assertThatThrownBy(() -> GrpcConnection.open(
                        new GrpcServer("127.0.0.1", 1, Optional.empty()), method, loop, Runnable::run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dapr-api-token")
                .hasMessageNotContaining("two");
    }

    @Test
    void headers_of_any_length_go_out_with_a_call() {
        try (var server = new EchoServer(builder -> builder.maxInboundMetadataSize(200_000))) {
            var connection = open(server.port(), PATIENCE);
            var state = "a".repeat(100_000);

            onLoop(() -> connection.call(Map.of("tracestate", state), bytes("an order")))
                    .join();

            assertThat(server.header("tracestate")).isEqualTo(state);
        }
    }

    @Test
    void a_connection_that_retires_closes_after_its_last_call() {
        try (var server = new EchoServer(UnaryOperator.identity())) {
            var connection = open(server.port(), PATIENCE);
            server.hold("slow");
            var slow = call(connection, "slow");
            await().until(() -> server.messages().contains("slow"));

            loop.execute(connection::retire);
            server.release();

            slow.join();
            await().until(() -> server.connections() == 0);
        }
    }

    private GrpcConnection open(int port, Duration timeout) {
        return GrpcConnection.open(
                new GrpcServer("127.0.0.1", port, Optional.empty()), method(timeout), loop, Runnable::run);
    }

    private static GrpcMethod method(Duration timeout) {
        return new GrpcMethod(EchoServer.PATH, timeout, Map.of());
    }

    private CompletableFuture<Void> call(GrpcConnection connection, String message) {
        return onLoop(() -> connection.call(Map.of(), bytes(message)));
    }

    private CompletableFuture<Void> onLoop(java.util.function.Supplier<CompletableFuture<Void>> work) {
        return CompletableFuture.supplyAsync(work, loop).thenCompose(answer -> answer);
    }

    private boolean takesCalls(GrpcConnection connection) {
        return CompletableFuture.supplyAsync(connection::takesCalls, loop).join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
