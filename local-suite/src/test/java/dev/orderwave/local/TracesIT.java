package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.local.SpanCollector.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// One order, one trace: from its schedule through services and real daprd to its blob.
class TracesIT {
    private static final int ORDERS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void one_trace_holds_the_way_of_an_order_from_its_schedule_to_its_blob() throws Exception {
        try (var collector = SpanCollector.start();
                var suite = LocalSuite.start(Suites.config().withTraces(collector.address()))) {
            assertThat(wave(suite, ORDERS).verify().isClean()).isTrue();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(traces(collector))
                            .hasSize(ORDERS)
                            .allSatisfy((id, spans) -> assertThat(steps(spans)).containsAll(way(spans))));
            assertThat(traces(collector))
                    .allSatisfy((id, spans) -> assertThat(parents(spans))
                            .as("every span but the first belongs under another of its trace")
                            .isSubsetOf(spans.stream().map(Told::id).collect(Collectors.toSet())));
        }
    }

    private static Map<String, List<Told>> traces(SpanCollector collector) {
        return collector.spans().stream()
                .filter(span -> span.step().equals("loadgen: create q-order-ingress"))
                .collect(Collectors.toMap(Told::traceId, first -> collector.trace(first.traceId())));
    }

    private static Set<String> steps(List<Told> spans) {
        return spans.stream().map(Told::step).collect(Collectors.toSet());
    }

    private static List<String> way(List<Told> spans) {
        var express = steps(spans).contains("distributor: send express");
        var receiver = express ? "receiver-express" : "receiver-standard";
        var queue = express ? "q-order-express-in" : "q-order-standard-in";
        var module = express ? "express-pick-list" : "standard-order";
        return List.of(
                "loadgen: create q-order-ingress",
                "distributor: bindings/q-order-ingress",
                "distributor: process q-order-ingress",
                "distributor: module order-router",
                receiver + ": bindings/" + queue,
                receiver + ": process " + queue,
                receiver + ": module " + module,
                receiver + ": send outbox");
    }

    private static Set<String> parents(List<Told> spans) {
        return spans.stream().map(Told::parentId).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }
}
