package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the chart makes for those who look: metrics, alerts, the dashboard, traces.
class MonitoringIT {
    private static final String[] MONITORED = ValueSet.named("monitoring").arguments();
    private static final int OTLP = 4318;

    private final Helm helm = Helm.find();

    @Test
    void by_default_nothing_is_watched_traced_or_open_for_it() {
        var rendered = render(ValueSet.named("workload-identity").arguments());

        assertThat(rendered.documents())
                .noneMatch(document -> document.at("/apiVersion").asText().startsWith("monitoring.coreos.com"));
        assertThat(rendered.get("Configuration", "orderwave").at("/spec/tracing/samplingRate"))
                .hasToString("\"0\"");
        assertThat(rendered.documents())
                .noneMatch(document -> document.toString().contains("OTEL_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "sidecar"})
    void prometheus_reads_each_service_and_each_daprd_where_it_is(String mode) {
        var rendered = render(MONITORED, "--set", "mode=%s,queueWatch.enabled=false".formatted(mode));

        var services = rendered.get("PodMonitor", "orderwave-services");
        var daprd = rendered.get("PodMonitor", "orderwave-daprd");

        assertThat(component(services)).isEqualTo("service");
        assertThat(component(daprd)).isEqualTo(mode.equals("shared") ? "daprd" : "service");
        assertThat(services.at("/spec/podMetricsEndpoints/0/relabelings/0/targetLabel")
                        .asText())
                .as("the alerts' word for a service")
                .isEqualTo("app_id");
        assertThat(services.at("/metadata/labels/release").asText()).isEqualTo("kube-prometheus-stack");
    }

    @Test
    void the_alerts_and_the_dashboard_are_the_files_that_are_tested() {
        var rendered = render(MONITORED);

        assertThat(rendered.get("PrometheusRule", "orderwave").at("/spec"))
                .isEqualTo(Manifests.read(file("prometheus/rules.yaml"))
                        .documents()
                        .getFirst());
        var dashboard = rendered.get("ConfigMap", "orderwave-dashboard")
                .at("/data/orderwave.json")
                .asText();
        assertThat(Manifests.parse(dashboard)).isEqualTo(Manifests.read(file("grafana/orderwave.json")));
    }

    @Test
    void traces_go_to_one_collector_from_services_and_daprd_and_are_let_out() {
        var rendered = render(MONITORED);

        var tracing = rendered.get("Configuration", "orderwave").at("/spec/tracing");
        assertThat(tracing.at("/samplingRate").asText()).isEqualTo("0.01");
        assertThat(tracing.at("/otel/endpointAddress").asText()).isEqualTo("otel-collector.monitoring:4318");
        assertThat(tracing.at("/otel/isSecure").asBoolean()).isFalse();
        assertThat(rendered.ofKind("Deployment").filter(MonitoringIT::isService))
                .hasSize(3)
                .allSatisfy(deployment -> assertThat(deployment.toString())
                        .contains("OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector.monitoring:4318"));
        assertThat(rendered.ofKind("NetworkPolicy"))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(openPorts(policy)).contains(OTLP));
    }

    private Manifests render(String[] values, String... more) {
        return helm.template(
                "orders",
                ValueSet.CHART,
                Stream.of(values, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static String component(JsonNode monitor) {
        return monitor.at("/spec/selector/matchLabels/app.kubernetes.io~1component")
                .asText();
    }

    private static boolean isService(JsonNode deployment) {
        return deployment
                .at("/metadata/labels/app.kubernetes.io~1component")
                .asText()
                .equals("service");
    }

    private static Stream<Integer> openPorts(JsonNode policy) {
        return policy.at("/spec/egress").findValues("port").stream().map(JsonNode::asInt);
    }

    private static Path file(String name) {
        return Checkout.find().deploy(name);
    }
}
