package dev.orderwave.servicebus.internal.statistics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderwave.servicebus.QueueStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;

/// Answers `GET /statistics` on the loopback address.
public final class StatisticsServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;
    private final HttpServer server;

    private StatisticsServer(HttpServer server) {
        this.server = server;
    }

    public static StatisticsServer start(int port, Supplier<List<QueueStatistics>> statistics) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/statistics", exchange -> answer(exchange, statistics));
            server.start();
            return new StatisticsServer(server);
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
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
                return;
            }
            var json = StatisticsJson.write(statistics.get());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, json.length);
            exchange.getResponseBody().write(json);
        }
    }
}
