package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the dashboard, the alerts and the runbook ask for is what running services and daprd tell.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservabilityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Of `pkg/metricscollector/prommetrics.go` of KEDA 2.20.2, which a cluster has and a laptop has not.
    private static final MetricNames KEDA = new MetricNames(Map.of(
            "keda_scaler_metrics_value",
            Set.of("namespace", "metric", "scaledObject", "scaler", "triggerIndex", "type"),
            "keda_scaled_object_errors_total",
            Set.of("namespace", "scaledObject")));

    /// By the chart's PodMonitors: the service that a pod is of, and the pod; by the operator: its namespace.
    private static final Set<String> ADDED = Set.of("app_id", "pod", "namespace");

    private static final String RULES = "deploy/prometheus/rules.yaml";
    private static final String REJECTED = "4711000";

    private final Path root = Checkout.find().root();
    private final LocalSuite suite = LocalSuite.start(Suites.config()
            .withEnvironment(
                    App.DISTRIBUTOR,
                    Map.of(
                            "ORDERWAVE_QUEUE_WATCH_INTERVAL",
                            "PT0.5S",
                            "ORDERWAVE_LOG_JSON",
                            "true",
                            "ORDERWAVE_MODULE_SHADOW",
                            root.resolve("order-logic/c/modules/order-router.wasm")
                                    .toString())));

    @BeforeAll
    void run_orders_and_one_that_is_rejected() {
        assertThat(wave(suite, 100).verify().isClean()).isTrue();
        sendNoOrder();
        var metrics = new Metrics(management(App.DISTRIBUTOR));
        await().atMost(PATIENCE).until(() -> metrics.read().contains("outcome=\"rejected\""));
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void all_that_the_dashboard_asks_for_is_told() throws IOException {
        var told = told().and(recorded());

        assertThat(queries("deploy/grafana/orderwave.json"))
                .hasSizeGreaterThan(10)
                .allSatisfy(query -> assertTold(query, told));
    }

    @Test
    void all_that_the_alerts_ask_for_is_told() throws IOException {
        var told = told().and(recorded());

        assertThat(queries(RULES)).hasSizeGreaterThan(5).allSatisfy(query -> assertTold(query, told));
    }

    @Test
    void what_nobody_tells_is_noticed() {
        var told = told();

        assertThat(MetricNames.asked("sum by (colour) (rate(orderwave_messages_total{shape=\"round\"}[5m]))")
                        .missingIn(told, ADDED))
                .containsExactlyInAnyOrder("orderwave_messages_total{colour}", "orderwave_messages_total{shape}");
        assertThat(MetricNames.asked("orderwave_order_total").missingIn(told, ADDED))
                .containsExactly("orderwave_order_total");
        assertThat(MetricNames.asked("orderwave:orders:max").missingIn(told, ADDED))
                .containsExactly("orderwave:orders:max");
    }

    @Test
    void a_log_for_machines_names_the_order_that_a_line_is_about() throws IOException {
        var lines = Files.readAllLines(suite.app(App.DISTRIBUTOR).service().log());

        var rejection = lines.stream()
                .filter(line -> line.contains("ORDERWAVE-0102"))
                .findFirst()
                .orElseThrow();
        var fields = new YAMLMapper().readTree(rejection);
        assertThat(fields.at("/mdc/orderId").asText()).isEqualTo(REJECTED);
        assertThat(fields.at("/level").asText()).isEqualTo("INFO");
        assertThat(fields.at("/timestamp").asText()).isNotEmpty();
    }

    @Test
    void every_alert_has_its_page() throws IOException {
        var rules = Files.readString(root.resolve(RULES));
        var pages = Pattern.compile("- alert: (\\w+)")
                .matcher(rules)
                .results()
                .map(alert -> alert.group(1) + ".md")
                .toList();

        assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(rules).contains("runbook: docs/runbook/" + page));
        try (var written = Files.list(root.resolve("docs/runbook"))) {
            assertThat(written.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(pages.stream(), Stream.of("README.md"))
                            .toList());
        }
    }

    private static void assertTold(String query, MetricNames told) {
        var asked = MetricNames.asked(query);

        assertThat(asked.labels()).as(query).isNotEmpty();
        assertThat(asked.missingIn(told, ADDED)).as(query).isEmpty();
    }

    /// What Prometheus makes of what it is told, by the rules.
    private MetricNames recorded() throws IOException {
        return new YAMLMapper()
                .readTree(root.resolve(RULES).toFile()).findParents("record").stream()
                        .map(rule -> MetricNames.recorded(
                                rule.path("record").asText(), rule.path("expr").asText()))
                        .reduce(new MetricNames(Map.of()), MetricNames::and);
    }

    private List<String> queries(String file) throws IOException {
        return new YAMLMapper()
                .readTree(root.resolve(file).toFile()).findValues("expr").stream()
                        .map(JsonNode::asText)
                        .toList();
    }

    private MetricNames told() {
        return Stream.of(App.values())
                .flatMap(app -> Stream.of(management(app), suite.app(app).daprMetrics()))
                .map(address -> MetricNames.told(new Metrics(address).read()))
                .reduce(KEDA, MetricNames::and);
    }

    private URI management(App app) {
        return suite.app(app).management().resolve("/q/metrics");
    }

    private void sendNoOrder() {
        try (var sender = new ServiceBusClientBuilder()
                .connectionString(suite.backing().serviceBusConnectionString())
                .sender()
                .queueName(Queue.INGRESS.id())
                .buildClient()) {
            sender.sendMessage(new ServiceBusMessage("no order").setMessageId(REJECTED));
        }
    }
}
