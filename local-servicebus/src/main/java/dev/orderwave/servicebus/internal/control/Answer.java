package dev.orderwave.servicebus.internal.control;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The answer to an HTTP request: JSON, nothing, or a line about what was wrong.
record Answer(int status, String contentType, byte[] body) {
    static final Answer DONE = new Answer(204, "", new byte[0]);
    static final Answer NOT_FOUND = new Answer(404, "", new byte[0]);
    static final Answer METHOD_NOT_ALLOWED = new Answer(405, "", new byte[0]);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NO_BODY = -1;

    static Answer json(byte[] json) {
        return new Answer(OK, "application/json", json);
    }

    static Answer atom(String entry) {
        return new Answer(OK, "application/atom+xml;type=entry;charset=utf-8", entry.getBytes(StandardCharsets.UTF_8));
    }

    static Answer badRequest(String message) {
        return new Answer(BAD_REQUEST, "text/plain; charset=utf-8", (message + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (body.length == 0) {
                exchange.sendResponseHeaders(status, NO_BODY);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
