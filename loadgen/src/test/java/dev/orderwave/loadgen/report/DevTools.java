package dev.orderwave.loadgen.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One tab of a browser, spoken to by the Chrome DevTools Protocol: requests with an answer each, and events.
final class DevTools implements AutoCloseable, WebSocket.Listener {

    private static final JsonMapper JSON = new JsonMapper();
    /// For a browser on a busy machine.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /// @param browser `http://127.0.0.1:port`
    DevTools(URI browser) {
        socket = http.newWebSocketBuilder().buildAsync(newTab(browser), this).join();
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Those that came so far.
    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            take(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    /// The tab is closed, too.
    @Override
    public void close() {
        call("Page.close", Map.of());
        socket.abort();
        http.close();
    }

    /// For a tab that no longer answers; it is left to the browser.
    void abandon() {
        socket.abort();
        http.shutdownNow();
    }

    private void take(String message) {
        try {
            var json = JSON.readTree(message);
            Optional.ofNullable(answers.remove(json.path("id").asInt()))
                    .ifPresentOrElse(answer -> complete(answer, json), () -> events.add(json));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    private static void complete(CompletableFuture<JsonNode> answer, JsonNode json) {
        if (json.has("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(json.get("error").toString()));
        } else {
            answer.complete(json.get("result"));
        }
    }

    private URI newTab(URI browser) {
        var request = HttpRequest.newBuilder(browser.resolve("/json/new?about:blank"))
                .timeout(PATIENCE)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var tab = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            return URI.create(tab.get("webSocketDebuggerUrl").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("the browser at %s opens no tab".formatted(browser), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a tab was opened", e);
        }
    }
}
