package dev.orderwave.processor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a service counts, and where Prometheus reads it: `GET /q/metrics` on the management port.
/// Who asks for no format gets OpenMetrics.
///
/// Quarkus has an extension for this. It also takes registries of other kinds, filters, tags and binders, none of which
/// is used here, and each start would load their classes.
@Singleton
class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean tellsOfProcess = new AtomicBoolean();

    @Produces
    @Singleton
    MeterRegistry registry() {
        return registry;
    }

    /// Off the event loop, which has orders to carry.
    void register(@Observes Router router) {
        router.get("/q/metrics").blockingHandler(this::tell, false);
    }

    /// What the process is asked for can wait until somebody asks: no start has to pay for it.
    private void tell(RoutingContext request) {
        if (tellsOfProcess.compareAndSet(false, true)) {
            new ProcessMeters().bindTo(registry);
        }
        var format = Optional.ofNullable(request.request().getHeader(HttpHeaders.ACCEPT))
                .map(TextFormat::chooseContentType)
                .orElse(TextFormat.CONTENT_TYPE_OPENMETRICS_100);
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, format).end(registry.scrape(format));
    }

    @PreDestroy
    void close() {
        registry.close();
    }
}
