package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Speaks to a port byte by byte, as no client library would. `/echo` answers with the body that it got, `/refuse`
/// answers without one, `/hold` does not answer by itself, and `/break` fails.
class HttpPortTest {
    private static final String LAST = "GET /echo HTTP/1.1\r\nHost: app\r\nConnection: close\r\n\r\n";
    private static final String LAST_ANSWER = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
    private static final String DONE = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
    private static final String REFUSED = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 2\r\n\r\nno";

    private final Vertx vertx = Vertx.vertx();
    private final List<Request> held = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private HttpPort port = listen("120000");

    @AfterEach
    void close() {
        port.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_request_waits_until_the_one_before_it_was_answered() throws IOException {
        try (var client = connect()) {
            send(client, "GET /hold HTTP/1.1\r\n\r\nGET /hold HTTP/1.1\r\n\r\n" + LAST);
            await().until(() -> held.size() == 1);
            roundTripOnAnotherConnection();
            assertThat(held).hasSize(1);

            answer(0, 503, "no");
            await().until(() -> held.size() == 2);
            answer(1, 200, "");

            assertThat(received(client)).isEqualTo(REFUSED + DONE + LAST_ANSWER);
        }
    }

    @Test
    void any_number_of_requests_may_come_at_once() throws IOException {
        try (var client = connect()) {
            send(client, "GET /hold HTTP/1.1\r\n\r\n" + "GET /echo HTTP/1.1\r\n\r\n".repeat(5000) + LAST);
            await().until(() -> held.size() == 1);

            answer(0, 200, "");

            assertThat(received(client)).isEqualTo(DONE.repeat(5001) + LAST_ANSWER);
        }
    }

    @Test
    void a_request_may_come_in_pieces_of_any_size() throws IOException {
        try (var client = connect()) {
            client.setTcpNoDelay(true);
            for (var piece : (post("/echo", "an order") + LAST).split("")) {
                send(client, piece);
            }

            assertThat(received(client))
                    .isEqualTo("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nan order" + LAST_ANSWER);
        }
    }

    @Test
    void a_chunked_body_arrives_whole() throws IOException {
        try (var client = connect()) {
            send(
                    client,
                    "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nan \r\n5\r\norder\r\n0\r\n\r\n"
                            + LAST);

            assertThat(received(client))
                    .isEqualTo("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nan order" + LAST_ANSWER);
        }
    }

    @Test
    void an_answer_does_not_wait_for_a_body_that_nobody_reads() throws IOException {
        try (var client = connect()) {
            send(client, "POST /refuse HTTP/1.1\r\nContent-Length: 300000\r\n\r\n");
            assertThat(client.getInputStream().readNBytes(REFUSED.length()))
                    .asString()
                    .isEqualTo(REFUSED);

            send(client, "x".repeat(300_000) + LAST);

            assertThat(received(client)).isEqualTo(LAST_ANSWER);
        }
    }

    @Test
    void the_connection_ends_after_the_body_where_its_answer_was_the_last_one() throws IOException {
        try (var client = connect()) {
            send(client, "POST /refuse HTTP/1.1\r\nConnection: close\r\nContent-Length: 8\r\n\r\n");
            var answer = "HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 2\r\n\r\nno";
            assertThat(client.getInputStream().readNBytes(answer.length()))
                    .asString()
                    .isEqualTo(answer);

            send(client, "an order" + LAST);

            assertThat(received(client)).isEmpty();
        }
    }

    @Test
    void a_client_that_asks_before_it_sends_a_body_is_told_to_go_on_only_if_the_body_is_read() throws IOException {
        try (var client = connect()) {
            send(client, "POST /echo HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 8\r\n\r\n");
            var goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(client.getInputStream().readNBytes(goOn.length()))
                    .asString()
                    .isEqualTo(goOn);
            send(client, "an order");
            send(client, "POST /refuse HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 8\r\n\r\nan order" + LAST);

            assertThat(received(client))
                    .isEqualTo("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nan order" + REFUSED + LAST_ANSWER);
        }
    }

    @Test
    void http_1_0_keeps_a_connection_only_if_it_is_asked_to() throws IOException {
        try (var client = connect()) {
            send(
                    client,
                    "GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /echo HTTP/1.0\r\n\r\nGET /echo HTTP/1.0\r\n\r\n");

            assertThat(received(client))
                    .isEqualTo("HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 0\r\n\r\n"
                            + "HTTP/1.0 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
        }
    }

    @Test
    void the_answer_to_head_has_no_body() throws IOException {
        try (var client = connect()) {
            send(client, "HEAD /refuse HTTP/1.1\r\n\r\n" + LAST);

            assertThat(received(client)).isEqualTo("HTTP/1.1 503 Service Unavailable\r\n\r\n" + LAST_ANSWER);
        }
    }

    @Test
    void a_path_is_found_without_its_query_and_behind_a_servers_name() throws IOException {
        try (var client = connect()) {
            send(client, "GET http://app/refuse?a=b HTTP/1.1\r\n\r\n" + LAST);

            assertThat(received(client)).isEqualTo(REFUSED + LAST_ANSWER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GARBAGE, 400 Bad Request",
        "GET /echo HTTP/1.1|no colon, 400 Bad Request",
        "POST /echo HTTP/1.1|Content-Length: many, 400 Bad Request",
        "GET /echo HTTP/2.0|Host: app, 501 Not Implemented"
    })
    void what_is_no_request_of_http_1_is_refused_and_ends_the_connection(String lines, String status)
            throws IOException {
        try (var client = connect()) {
            send(client, post("/echo", "") + lines.replace("|", "\r\n") + "\r\n\r\n");

            assertThat(received(client)).startsWith(DONE).contains(status).contains("connection: close");
        }
    }

    @Test
    void a_body_that_cannot_be_told_apart_is_broken_off_without_an_answer() throws IOException {
        try (var client = connect()) {
            send(client, "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nan \r\nno length\r\n");

            assertThat(received(client)).isEmpty();
            await().until(() -> broken.contains("an "));
        }
    }

    @Test
    void a_client_that_goes_amid_a_body_breaks_it_off() throws IOException {
        try (var client = connect()) {
            send(client, "POST /echo HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf");
            roundTripOnAnotherConnection();
        }

        await().until(() -> broken.contains("half"));
    }

    @Test
    void a_client_that_goes_before_its_answer_is_not_missed() throws IOException {
        try (var client = connect()) {
            send(client, "GET /hold HTTP/1.1\r\n\r\n");
            await().until(() -> held.size() == 1);
        }
        await().until(() -> held.getFirst().isGone());

        answer(0, 200, "");

        roundTripOnAnotherConnection();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /ec",
                "POST /echo HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf",
                "GET /hold HTTP/1.1\r\n\r\n"
            })
    void a_connection_that_is_silent_for_too_long_is_closed(String sent) throws IOException {
        port.close();
        port = listen("200");
        try (var client = connect()) {
            send(client, sent);

            assertThat(received(client)).isEmpty();
        }
    }

    @Test
    void a_request_that_breaks_its_reader_ends_its_own_connection_only() throws IOException {
        try (var client = connect()) {
            send(client, "GET /hold HTTP/1.1\r\n\r\nGET /break HTTP/1.1\r\n\r\n");
            await().until(() -> held.size() == 1);

            answer(0, 200, "");

            assertThat(received(client)).isEqualTo(DONE);
        }
        roundTripOnAnotherConnection();
    }

    @Test
    void a_port_that_closes_ends_its_connections() throws IOException {
        try (var client = connect()) {
            send(client, "GET /hold HTTP/1.1\r\n\r\n");
            await().until(() -> held.size() == 1);

            port.close();

            assertThat(received(client)).isEmpty();
        }
    }

    private HttpPort listen(String idleTimeout) {
        var config = AppServerConfig.of(new DaprBindingConnectorIncomingConfiguration(ChannelConfig.of(
                "orders", Map.of("app-port", "0", "app-host", "127.0.0.1", "idle-timeout", idleTimeout))));
        return HttpPort.listen(vertx.nettyEventLoopGroup().next(), config, this::handle);
    }

    private void handle(Request request) {
        switch (request.path()) {
            case "/echo" -> request.read(new Echo(request));
            case "/refuse" -> request.answer(503, "no", false);
            case "/hold" -> held.add(request);
            default -> throw new IllegalStateException("no handler of " + request.path());
        }
    }

    private void answer(int index, int status, String text) {
        var request = held.get(index);
        request.loop().execute(() -> request.answer(status, text, false));
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", port.number());
    }

    private static String post(String path, String body) {
        return "POST %s HTTP/1.1\r\nHost: app\r\nContent-Length: %d\r\n\r\n%s".formatted(path, body.length(), body);
    }

    private static void send(Socket client, String bytes) throws IOException {
        client.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    /// Everything until the connection ends.
    private static String received(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /// What was sent before it has been read when this returns.
    private void roundTripOnAnotherConnection() throws IOException {
        try (var another = connect()) {
            send(another, LAST);
            assertThat(received(another)).isEqualTo(LAST_ANSWER);
        }
    }

    private final class Echo implements Body {
        private final Request request;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Echo(Request request) {
            this.request = request;
        }

        @Override
        public void append(ByteBuf part) {
            var bytes = new byte[part.readableBytes()];
            part.readBytes(bytes);
            body.writeBytes(bytes);
        }

        @Override
        public void end() {
            request.answer(200, body.toString(StandardCharsets.UTF_8), false);
        }

        @Override
        public void breakOff() {
            broken.add(body.toString(StandardCharsets.UTF_8));
        }
    }
}
