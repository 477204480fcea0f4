package dev.orderwave.servicebus.internal.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderwave.servicebus.Faults;
import dev.orderwave.servicebus.QueueStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;

/// The bus over HTTP, on the loopback address: `GET /statistics`, the faults of [FaultsHandler], and each queue's
/// description at `GET /QUEUE`, as a namespace's own HTTP endpoint gives it.
public final class ControlServer implements AutoCloseable {
    private final HttpServer server;

    private ControlServer(HttpServer server) {
        this.server = server;
    }

    public static ControlServer start(int port, Supplier<List<QueueStatistics>> statistics, Faults faults) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/statistics", exchange -> answer(exchange, statistics));
            server.createContext(FaultsHandler.PATH, new FaultsHandler(faults));
            server.createContext("/", exchange -> describe(exchange, statistics));
            server.start();
            return new ControlServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "local-servicebus cannot serve statistics on port " + port
                            + ": stop what uses it, or choose another port (0 takes any free one)",
                    e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Supplier<List<QueueStatistics>> statistics) throws IOException {
        var answer = exchange.getRequestMethod().equals("GET")
                ? Answer.json(StatisticsJson.write(statistics.get()))
                : Answer.METHOD_NOT_ALLOWED;
        answer.send(exchange);
    }

    private static void describe(HttpExchange exchange, Supplier<List<QueueStatistics>> statistics) throws IOException {
        var name = exchange.getRequestURI().getPath().substring(1);
        var answer = exchange.getRequestMethod().equals("GET")
                ? statistics.get().stream()
                        .filter(queue -> queue.name().equalsIgnoreCase(name))
                        .findFirst()
                        .map(queue -> Answer.atom(QueueDescription.of(queue)))
                        .orElse(Answer.NOT_FOUND)
                : Answer.METHOD_NOT_ALLOWED;
        answer.send(exchange);
    }
}
