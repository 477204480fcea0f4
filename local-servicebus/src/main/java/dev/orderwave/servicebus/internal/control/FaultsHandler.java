package dev.orderwave.servicebus.internal.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.orderwave.servicebus.Faults;
import java.io.IOException;

/// Faults over HTTP: `GET` or `DELETE /faults`, `PUT` or `DELETE /faults/QUEUE`.
final class FaultsHandler implements HttpHandler {
    static final String PATH = "/faults";
    private final Faults faults;

    FaultsHandler(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(PATH.length());
        try {
            return path.isEmpty() ? ofAll(exchange) : ofOne(path.substring(1), exchange);
        } catch (IllegalArgumentException e) {
            return Answer.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Answer ofAll(HttpExchange exchange) {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> Answer.json(FaultsJson.writeAll(faults.inForce()));
            case "DELETE" -> {
                faults.clearAll();
                yield Answer.DONE;
            }
            default -> Answer.METHOD_NOT_ALLOWED;
        };
    }

    private Answer ofOne(String queue, HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                faults.inject(queue, FaultsJson.read(exchange.getRequestBody()));
                yield Answer.DONE;
            }
            case "DELETE" -> {
                faults.clear(queue);
                yield Answer.DONE;
            }
            default -> Answer.METHOD_NOT_ALLOWED;
        };
    }
}
