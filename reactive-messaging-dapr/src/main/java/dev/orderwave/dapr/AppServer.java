package dev.orderwave.dapr;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The HTTP server that daprd knows as the application: events, the app health check, and nothing else. It is apart
/// from the application's own HTTP server, so that what daprd may reach and what people may reach never mix.
final class AppServer {
    /// Long enough for several of daprd's probes, which come every second where a suite is set up as ours.
    private static final long INTERRUPTION = Duration.ofSeconds(5).toNanos();
    /// Daprd gives a probe up after half a second, by default.
    private static final Duration LONGEST_PROBE = Duration.ofMillis(400);

    private final AppServerConfig config;
    private final HttpPort port;
    private final EventLoop loop;
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

    /// @param loop where all of it happens, so that nothing here needs a lock
    /// @throws IllegalStateException if the port cannot be listened on
    AppServer(EventLoop loop, AppServerConfig config) {
        this.config = config;
        this.loop = loop;
        this.brake = new Brake(loop, config.failurePause());
        this.untilConnected = new Brake(loop, LONGEST_PROBE);
        this.farewell = new Farewell(loop, bindings.values());
        this.port = HttpPort.listen(loop, config, this::handle);
    }

    /// Empty if no channel reads the binding here.
    Optional<Traffic> traffic(String binding) {
        return Optional.ofNullable(bindings.get("/" + binding)).map(IncomingBinding::traffic);
    }

    /// Tells daprd for some seconds that the application is not well, while everything is taken in as before.
    void interruptReading() {
        interruptedUntil = System.nanoTime() + INTERRUPTION;
    }

    /// @throws IllegalStateException if another channel reads the binding
    IncomingBinding open(IncomingBindingConfig incoming) {
        var binding = new IncomingBinding(incoming, this::answerEvent);
        if (bindings.putIfAbsent("/" + binding.name(), binding) != null) {
            throw new IllegalStateException(
                    "Binding %s is read by two channels; its events can go to one only.".formatted(binding.name()));
        }
        binding.connected().thenRun(() -> loop.execute(this::answerFirstProbes));
        return binding;
    }

    private void answerFirstProbes() {
        if (bindings.values().stream().allMatch(binding -> binding.connected().isDone())) {
            untilConnected.release();
        }
    }

    /// The port that is listened on, which differs from the configured one if that was 0.
    int port() {
        return port.number();
    }

    /// Takes leave of a daprd that probes, then lets nothing in any more and waits until what is in was settled.
    void drain() {
        onLoop(() -> {
            leaving = true;
            brake.release();
            untilConnected.release();
            farewell.begin();
        });
        if (isProbed()) {
            farewell.awaitGone(config.leaveTimeout());
        }
        onLoop(() -> {
            leaving = false;
            bindings.values().forEach(IncomingBinding::refuseFromNowOn);
        });
        bindings.values().forEach(binding -> binding.awaitIdle(config.drainTimeout()));
    }

    void close() {
        port.close();
    }

    private void handle(Request request) {
        var path = request.path();
        if (path.equals(config.healthPath())) {
            answerProbe(request);
            return;
        }
        var binding = bindings.get(path);
        if (binding == null) {
            answerEvent(request, Reply.UNKNOWN, "No channel reads the binding of " + path);
        } else if (request.is(HttpMethod.OPTIONS)) {
            reply(request, Reply.DONE, "");
        } else if (!request.is(HttpMethod.POST)) {
            reply(request, Reply.NOT_ALLOWED, "An event is a POST");
        } else if (!isAuthorized(request)) {
            answerEvent(
                    request,
                    Reply.UNAUTHORIZED,
                    "The dapr-api-token header does not carry this application's APP_API_TOKEN");
        } else {
            binding.receive(request);
        }
    }

    private void answerProbe(Request request) {
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
    private void onLoop(Runnable work) {
        CompletableFuture.runAsync(work, loop).join();
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

    private boolean isAuthorized(Request request) {
        if (config.token().isEmpty()) {
            return true;
        }
        var given = request.header(DaprConnection.TOKEN_HEADER);
        return given.isPresent()
                && MessageDigest.isEqual(
                        given.get().getBytes(StandardCharsets.UTF_8),
                        config.token().get().getBytes(StandardCharsets.UTF_8));
    }

    private void answerEvent(Request request, Reply reply, String reason) {
        if (reply.isBraked()) {
            brake.apply(() -> reply(request, reply, reason));
        } else {
            reply(request, reply, reason);
        }
    }

    private void reply(Request request, Reply reply, String reason) {
        if (request.isGone()) {
            return; // daprd went away; its binding delivers the message again
        }
        request.answer(reply.status(), reason, mustClose());
    }

    /// Keep-alive pins a daprd to the replica that it reached first; a new connection lets the Service choose again.
    private boolean mustClose() {
        responses++;
        return config.closeInterval() > 0 && responses % config.closeInterval() == 0;
    }
}
