package dev.orderwave.queuewatch;

import dev.orderwave.dapr.DaprBindingConnector;
import dev.orderwave.queuewatch.QueueDepth.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// Looks at the queue of a service now and then, and at what arrived from it. When messages wait and nothing moves, it
/// says so in the log, in the metric `orderwave.queue.stalled` and in the wellness check, and has daprd close the link
/// and open a new one.
///
/// A wellness check, because neither readiness nor liveness fits: the service is well, and taking it out of its
/// Kubernetes Service, or restarting it, would cut off daprd, whose link it is that fell silent.
@Wellness
@ApplicationScoped
class QueueWatch implements HealthCheck {
    private final QueueWatchConfig config;
    private final WorkloadIdentityConfig identity;
    private final Vertx vertx;
    private final DaprBindingConnector connector;
    private final MeterRegistry metrics;
    private volatile Optional<HttpClient> client = Optional.empty();
    private volatile boolean stalled;
    private volatile Counts counts = new Counts(0, 0);

    /// Only the timer's event loop touches these.
    private final StallDetector detector;

    private boolean blind;
    private boolean published;

    QueueWatch(
            QueueWatchConfig config,
            WorkloadIdentityConfig identity,
            Vertx vertx,
            @Connector(DaprBindingConnector.NAME) DaprBindingConnector connector,
            MeterRegistry metrics) {
        this.config = config;
        this.identity = identity;
        this.vertx = vertx;
        this.connector = connector;
        this.metrics = metrics;
        this.detector = new StallDetector(config.patience(), Instant.now());
    }

    void start(@Observes StartupEvent event) {
        config.endpoint().ifPresent(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        client.ifPresent(HttpClient::close);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queue-watch")
                .status(!stalled)
                .withData("queue", config.queue())
                .withData("waiting", counts.active())
                .build();
    }

    private void watch(URI endpoint) {
        var http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
        client = Optional.of(http);
        var depth = new QueueDepth(http, endpoint, config.queue(), signIn(http));
        Gauge.builder("orderwave.queue.stalled", this, watch -> watch.stalled ? 1 : 0)
                .description("1 while messages wait and none arrives")
                .tag("queue", config.queue())
                .register(metrics);
        vertx.setPeriodic(
                config.interval().toMillis(),
                timer -> depth.counts().onComplete(answer -> {
                    if (answer.succeeded()) {
                        judge(answer.result());
                    } else {
                        cannotSee(answer.cause());
                    }
                }));
    }

    private SignIn signIn(HttpClient http) {
        if (config.connectionString().isPresent()) {
            return Signature.of(config.connectionString().orElseThrow());
        }
        return identity.federatedTokenFile().isPresent() ? new WorkloadIdentity(vertx, http, identity) : SignIn.NONE;
    }

    /// Not before the namespace told something: a 0 that nobody counted would end an alert.
    private void publish() {
        Gauge.builder("orderwave.queue.waiting", this, watch -> watch.counts.active())
                .description("Messages in the queue that this service reads, as its namespace last told")
                .tag("queue", config.queue())
                .register(metrics);
        Gauge.builder("orderwave.queue.dead.lettered", this, watch -> watch.counts.deadLettered())
                .description("Messages that the queue gave up, as its namespace last told")
                .tag("queue", config.queue())
                .register(metrics);
    }

    private void judge(Counts told) {
        blind = false;
        counts = told;
        if (!published) {
            publish();
            published = true;
        }
        var traffic = connector.traffic(config.binding());
        var look = new Look(Instant.now(), traffic.received(), traffic.inHand(), told.active());
        switch (detector.judge(look)) {
            case FLOWS -> flows();
            case WAITS -> {}
            case STALLED -> {
                stalled = true;
                QueueWatchLog.LOG.stalled(
                        config.queue(), told.active(), config.patience().toSeconds());
                connector.interruptReading();
            }
        }
    }

    private void flows() {
        if (stalled) {
            QueueWatchLog.LOG.flowsAgain(config.queue());
        }
        stalled = false;
    }

    private void cannotSee(Throwable reason) {
        if (!blind) {
            QueueWatchLog.LOG.blind(config.queue(), String.valueOf(reason.getMessage()));
        }
        blind = true;
    }
}
