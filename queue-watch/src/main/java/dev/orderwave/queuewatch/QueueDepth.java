package dev.orderwave.queuewatch;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks a namespace how many messages a queue holds, by its HTTP endpoint: one small GET, no AMQP link, no lock.
final class QueueDepth {
    /// In the queue's description (`QueueDescription/CountDetails`), whatever the prefix of its namespace is.
    private static final Pattern ACTIVE = Pattern.compile("[:<]ActiveMessageCount>(\\d+)<");

    private static final Pattern DEAD_LETTERED = Pattern.compile("[:<]DeadLetterMessageCount>(\\d+)<");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient client;
    private final URI queue;
    private final SignIn signIn;

    QueueDepth(HttpClient client, URI endpoint, String queue, SignIn signIn) {
        this.client = client;
        this.queue = endpoint.resolve("/" + queue);
        this.signIn = signIn;
    }

    /// Fails with the reason if the namespace does not say.
    Future<Counts> counts() {
        return signIn.authorization(queue).compose(this::ask);
    }

    private Future<Counts> ask(Optional<String> authorization) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(queue + "?api-version=2021-05")
                .setTimeout(PATIENCE.toMillis());
        authorization.ifPresent(value -> options.putHeader("Authorization", value));
        return client.request(options).compose(request -> request.send().compose(this::read));
    }

    private Future<Counts> read(HttpClientResponse response) {
        if (response.statusCode() != OK) {
            return Future.failedFuture("%s answered %d".formatted(queue, response.statusCode()));
        }
        return response.body().compose(body -> {
            var active = ACTIVE.matcher(body.toString());
            var deadLettered = DEAD_LETTERED.matcher(body.toString());
            return active.find() && deadLettered.find()
                    ? Future.succeededFuture(
                            new Counts(Long.parseLong(active.group(1)), Long.parseLong(deadLettered.group(1))))
                    : Future.failedFuture(queue + " answered without its counts of messages");
        });
    }

    /// What a queue holds.
    ///
    /// @param active messages that wait or are with a receiver
    /// @param deadLettered messages that it gave up
    record Counts(long active, long deadLettered) {}
}
