package dev.orderwave.dapr;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The HTTP server that daprd knows as the application: events, the app health check, and nothing else. It is apart
/// from the application's own HTTP server, so that what daprd may reach and what people may reach never mix.
final class AppServer {
    /// Service Bus lets a message have 64 KB of properties, and daprd makes headers of them, escaped: three for one.
    private static final int MOST_HEADER_BYTES = 256 * 1024;
    /// Long enough for several of daprd's probes, which come every second where a suite is set up as ours.
    private static final long INTERRUPTION = Duration.ofSeconds(5).toNanos();
    /// Daprd gives a probe up after half a second, by default.
    private static final Duration LONGEST_PROBE = Duration.ofMillis(400);

    private final AppServerConfig config;
    private final HttpServer server;
    private final Context loop;
    private final Map<String, IncomingBinding> bindings = new ConcurrentHashMap<>();
    private final Brake brake;
    /// Daprd probes as soon as the port is open, and then an interval later: a `not yet` in between would cost orders
    /// that wait for a service to start another second (`runtime.go` of Dapr 1.18).
    private final Brake untilConnected;
    private final Farewell farewell;
    private volatile boolean leaving;
    private volatile Optional<Instant> lastProbe = Optional.empty();
    /// Only the server's one event loop counts.
    private int responses;

    private volatile long interruptedUntil = System.nanoTime();

    private AppServer(AppServerConfig config, Vertx vertx) {
        this.config = config;
        this.server = vertx.createHttpServer(options(config)).requestHandler(this::handle);
        this.loop = vertx.getOrCreateContext();
        this.brake = new Brake(vertx, config.failurePause());
        this.untilConnected = new Brake(vertx, LONGEST_PROBE);
        this.farewell = new Farewell(vertx, bindings.values());
    }

    /// @throws IllegalStateException if the port cannot be listened on
    static AppServer listen(Vertx vertx, AppServerConfig config) {
        var appServer = new AppServer(config, vertx);
        try {
            appServer.onLoop(() -> appServer.server.listen().toCompletionStage());
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "Port %d for events from daprd cannot be listened on: %s. Set app-port or APP_PORT to a free one."
                            .formatted(config.port(), e.getCause()),
                    e);
        }
        return appServer;
    }

    /// Daprd speaks plain HTTP/1.1; what else the server could speak would look at every request.
    private static HttpServerOptions options(AppServerConfig config) {
        return new HttpServerOptions()
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
                .setHost(config.host())
                .setPort(config.port())
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }

    /// Empty if no channel reads the binding here.
    Optional<Traffic> traffic(String binding) {
        return Optional.ofNullable(bindings.get("/" + binding)).map(IncomingBinding::traffic);
    }

    /// Tells daprd for some seconds that the application is not well, while everything is taken in as before.
    void interruptReading() {
        interruptedUntil = System.nanoTime() + INTERRUPTION;
    }

    void add(IncomingBinding binding) {
        if (bindings.putIfAbsent("/" + binding.name(), binding) != null) {
            throw new IllegalStateException(
                    "Binding %s is read by two channels; its events can go to one only.".formatted(binding.name()));
        }
        binding.connected().thenRun(() -> loop.runOnContext(nothing -> answerFirstProbes()));
    }

    private void answerFirstProbes() {
        if (bindings.values().stream().allMatch(binding -> binding.connected().isDone())) {
            untilConnected.release();
        }
    }

    /// The port that is listened on, which differs from the configured one if that was 0.
    int port() {
        return server.actualPort();
    }

    /// Takes leave of a daprd that probes, then lets nothing in any more and waits until what is in was settled.
    void drain() {
        onLoop(() -> {
            leaving = true;
            brake.release();
            untilConnected.release();
            farewell.begin();
            return CompletableFuture.completedStage(null);
        });
        if (isProbed()) {
            farewell.awaitGone(config.leaveTimeout());
        }
        onLoop(() -> {
            leaving = false;
            bindings.values().forEach(IncomingBinding::refuseFromNowOn);
            return CompletableFuture.completedStage(null);
        });
        bindings.values().forEach(binding -> binding.awaitIdle(config.drainTimeout()));
    }

    void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        var path = String.valueOf(request.path());
        if (path.equals(config.healthPath())) {
            answerProbe(request);
            return;
        }
        var binding = bindings.get(path);
        if (binding == null) {
            answerEvent(request, Reply.UNKNOWN, "No channel reads the binding of " + path);
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            reply(request, Reply.DONE, "");
        } else if (!request.method().equals(HttpMethod.POST)) {
            reply(request, Reply.NOT_ALLOWED, "An event is a POST");
        } else if (!isAuthorized(request)) {
            answerEvent(
                    request,
                    Reply.UNAUTHORIZED,
                    "The dapr-api-token header does not carry this application's APP_API_TOKEN");
        } else {
            binding.receive(request, (reply, reason) -> answerEvent(request, reply, reason));
        }
    }

    private void answerProbe(HttpServerRequest request) {
        lastProbe = Optional.of(Instant.now());
        if (leaving) {
            farewell.answer(reply -> reply(request, reply, ""));
        } else {
            untilConnected.apply(() -> reply(request, health() instanceof Health.Up ? Reply.DONE : Reply.REFUSED, ""));
        }
    }

    /// Whether someone is there who would hear the farewell.
    private boolean isProbed() {
        return lastProbe
                .filter(probe -> probe.plus(config.leaveTimeout()).isAfter(Instant.now()))
                .isPresent();
    }

    /// Runs on the thread of the events and waits for what comes of it.
    private void onLoop(Supplier<CompletionStage<?>> work) {
        var done = new CompletableFuture<Void>();
        loop.runOnContext(nothing -> work.get().whenComplete((result, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        }));
        done.join();
    }

    private Health health() {
        if (System.nanoTime() - interruptedUntil < 0) {
            return new Health.Down("interrupted");
        }
        if (bindings.isEmpty()) {
            return new Health.Down("no channel reads a binding yet"); // it listens a moment before the first one does
        }
        return bindings.values().stream()
                .map(IncomingBinding::health)
                .filter(health -> health instanceof Health.Down)
                .findFirst()
                .orElse(new Health.Up());
    }

    private boolean isAuthorized(HttpServerRequest request) {
        if (config.token().isEmpty()) {
            return true;
        }
        var given = request.getHeader(DaprConnection.TOKEN_HEADER);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        config.token().get().getBytes(StandardCharsets.UTF_8));
    }

    private void answerEvent(HttpServerRequest request, Reply reply, String reason) {
        if (reply.isBraked()) {
            brake.apply(() -> reply(request, reply, reason));
        } else {
            reply(request, reply, reason);
        }
    }

    private void reply(HttpServerRequest request, Reply reply, String reason) {
        var response = request.response();
        if (response.closed()) {
            return; // daprd went away; its binding delivers the message again
        }
        response.setStatusCode(reply.status());
        if (mustClose(request)) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(reason);
    }

    /// Keep-alive pins a daprd to the replica that it reached first; a new connection lets the Service choose again.
    private boolean mustClose(HttpServerRequest request) {
        responses++;
        return request.version() == HttpVersion.HTTP_1_1
                && config.closeInterval() > 0
                && responses % config.closeInterval() == 0;
    }
}
