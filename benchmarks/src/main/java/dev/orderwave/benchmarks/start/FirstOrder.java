package dev.orderwave.benchmarks.start;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.SuiteApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One service that starts and finds an order waiting.
///
/// The order is handed over in daprd's place, as soon as the service says that it is well: daprd itself looks only once
/// a second whether a service is, and would add up to that second to whatever is measured. Everything after is real:
/// the answer 200 comes once daprd's output binding has accepted what was made of the order.
record FirstOrder(SuiteApp app, String binding, byte[] message) {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    Start measure(Contestant contestant) {
        app.service().kill();
        try (var http = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            var exec = System.nanoTime();
            app.restartService();
            while (!isWell(http) || !isTaken(http)) {
                if (System.nanoTime() - exec > PATIENCE.toNanos()) {
                    throw new IllegalStateException("%s of %s took no order within %d s; its log is %s"
                            .formatted(
                                    app.app().id(),
                                    contestant.label(),
                                    PATIENCE.toSeconds(),
                                    app.service().log()));
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            var taken = System.nanoTime();
            var usage = app.service().usage();
            return new Start(
                    contestant,
                    app.app(),
                    (taken - exec) / (double) TimeUnit.SECONDS.toNanos(1),
                    usage.cpu().toMillis() / 1000.0,
                    usage.rssBytes() / (double) (1 << 20));
        }
    }

    /// What daprd asks before it hands out any message.
    private boolean isWell(HttpClient http) {
        return answersOk(http, app.requestOfDaprd("healthz").GET());
    }

    private boolean isTaken(HttpClient http) {
        var order = app.requestOfDaprd(binding)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(message));
        return answersOk(http, order);
    }

    private boolean answersOk(HttpClient http, HttpRequest.Builder request) {
        app.service().requireAlive();
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException nobodyListensYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + app.app().id() + " started", e);
        }
    }
}
