package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderwave.processes.FreePorts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final int port = FreePorts.find(1).getFirst();
    private final Balancer balancer = open(Balancer.at(port));

    @AfterEach
    void close() throws Exception {
        for (var resource : opened.reversed()) {
            resource.close();
        }
    }

    @Test
    void connections_spread_over_all_endpoints() throws IOException {
        var endpoints = List.of(new Endpoint("a"), new Endpoint("b"), new Endpoint("c"));
        balancer.route(endpoints.stream().map(Endpoint::port).toList());

        var answers = IntStream.range(0, 100).mapToObj(i -> connect().ask()).toList();

        assertThat(answers).contains("a", "b", "c").hasSize(100);
    }

    @Test
    void a_connection_stays_where_it_is_when_its_endpoint_is_taken_away() throws IOException {
        var gone = new Endpoint("gone");
        var ready = new Endpoint("ready");
        balancer.route(List.of(gone.port()));
        var old = connect();
        assertThat(old.ask()).isEqualTo("gone");

        balancer.route(List.of(ready.port()));

        assertThat(old.ask()).isEqualTo("gone");
        assertThat(connect().ask()).isEqualTo("ready");
    }

    @Test
    void without_an_endpoint_a_connection_is_refused_until_there_is_one() throws IOException {
        var endpoint = new Endpoint("back");
        balancer.route(List.of(endpoint.port()));
        balancer.route(List.of());

        assertThatThrownBy(() -> open(new Socket(InetAddress.getLoopbackAddress(), port)))
                .isInstanceOf(ConnectException.class);

        balancer.route(List.of(endpoint.port()));
        assertThat(connect().ask()).isEqualTo("back");
    }

    @Test
    void a_connection_breaks_off_when_its_endpoint_does() throws Exception {
        var endpoint = new Endpoint("short-lived");
        balancer.route(List.of(endpoint.port()));
        var connection = connect();
        assertThat(connection.ask()).isEqualTo("short-lived");

        endpoint.close();

        await().atMost(PATIENCE).until(() -> connection.ask().isEmpty());
    }

    @Test
    void a_connection_breaks_off_when_its_endpoint_cannot_be_reached() {
        balancer.route(FreePorts.find(1));

        var connection = connect();

        assertThatThrownBy(() -> connection.socket().getInputStream().read()).isInstanceOf(SocketException.class);
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(resource);
        return resource;
    }

    private Connection connect() {
        try {
            var socket = open(new Socket(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            return new Connection(socket);
        } catch (IOException e) {
            throw new AssertionError("the balancer lets nobody in", e);
        }
    }

    /// A question is one byte, and the answer is the endpoint's name and the end of the line.
    private record Connection(Socket socket) {
        /// Nothing if the connection broke off.
        String ask() {
            try {
                socket.getOutputStream().write('?');
                var answer = new StringBuilder();
                for (int next = socket.getInputStream().read();
                        next >= 0 && next != '\n';
                        next = socket.getInputStream().read()) {
                    answer.append((char) next);
                }
                return answer.toString();
            } catch (SocketTimeoutException e) {
                throw new AssertionError("the connection neither answers nor breaks off", e);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /// Says its name whenever it is asked.
    private final class Endpoint implements AutoCloseable {
        private final String name;
        private final ServerSocket server;
        private final List<Socket> clients = new ArrayList<>();

        Endpoint(String name) throws IOException {
            this.name = name;
            this.server = open(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            open(this);
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public synchronized void close() throws IOException {
            server.close();
            for (var client : clients) {
                client.close();
            }
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    remember(client);
                    Thread.ofVirtual().start(() -> answer(client));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private synchronized void remember(Socket client) {
            clients.add(client);
        }

        private void answer(Socket client) {
            try {
                while (client.getInputStream().read() >= 0) {
                    client.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The test is over.
            }
        }
    }
}
