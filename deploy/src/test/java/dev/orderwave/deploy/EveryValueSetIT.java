package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold whatever the values are.
class EveryValueSetIT {
    private final Helm helm = Helm.find();

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void every_value_set_is_explained(ValueSet values) throws IOException {
        assertThat(Files.readString(Checkout.find().deploy("helm/README.md")))
                .contains("[%1$s.yaml](values/%1$s.yaml)".formatted(values.name()));
    }

    /// A service that takes its leave, and after it the daprd in its pod.
    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void every_pod_has_the_time_that_it_takes_to_end(ValueSet values) throws IOException {
        var farewell = farewell();
        var manifests = values.render(helm);

        assertThat(PodTemplates.in(manifests)
                        .filter(pod ->
                                !pod.at("/spec/terminationGracePeriodSeconds").isMissingNode()))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(pod -> {
                    var service = isService(pod)
                            ? farewell.plusSeconds(pod.at("/spec/containers/0/lifecycle/preStop/sleep/seconds")
                                    .asInt())
                            : Duration.ZERO;
                    var grace = Duration.ofSeconds(
                            pod.at("/spec/terminationGracePeriodSeconds").asInt());
                    assertThat(service.plus(daprdsEnd(pod))).isPositive().isLessThanOrEqualTo(grace);
                });
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void no_pod_may_do_more_than_it_has_to(ValueSet values) {
        assertThat(PodTemplates.in(values.render(helm))).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/spec/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.at("/spec/containers")).allSatisfy(container -> {
                var security = container.at("/securityContext");
                assertThat(security.at("/allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
                assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            });
        });
    }

    /// Services, budgets and policies that select nothing do nothing, and no one would notice.
    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void whatever_selects_pods_selects_some(ValueSet values) {
        var manifests = values.render(helm);
        var pods = PodTemplates.in(manifests)
                .map(pod -> texts(pod.at("/metadata/labels")))
                .toList();

        assertThat(manifests.documents().stream().flatMap(EveryValueSetIT::selectors))
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(pods)
                        .anySatisfy(labels -> assertThat(labels).containsAllEntriesOf(texts(selector))));
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void every_service_account_that_a_pod_names_is_there(ValueSet values) {
        var manifests = values.render(helm);

        assertThat(PodTemplates.in(manifests)
                        .map(pod -> pod.at("/spec/serviceAccountName").asText()))
                .isNotEmpty()
                .allSatisfy(account -> manifests.get("ServiceAccount", account));
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void every_service_has_tokens_that_no_other_service_knows(ValueSet values) {
        var manifests = values.render(helm);

        assertThat(ValueSet.SERVICES).allSatisfy(service -> {
            var names = List.of(service + "-app-token", service + "-dapr-token");
            assertThat(PodTemplates.in(manifests)
                            .filter(pod ->
                                    PodTemplates.annotation(pod, "app-id").equals(service)))
                    .isNotEmpty()
                    .allSatisfy(daprd -> assertThat(List.of(
                                    PodTemplates.annotation(daprd, "app-token-secret"),
                                    PodTemplates.annotation(daprd, "api-token-secret")))
                            .isEqualTo(names));
            assertThat(PodTemplates.in(manifests)
                            .filter(pod ->
                                    pod.at("/spec/containers/0/name").asText().equals(service))
                            .map(pod -> pod.at("/spec/containers/0/env")))
                    .isNotEmpty()
                    .allSatisfy(variables ->
                            assertThat(variables.findValuesAsText("name")).containsAll(names));
        });
        assertThat(manifests
                        .ofKind("Secret")
                        .map(secret -> secret.at("/data/token").asText()))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    private static boolean isService(JsonNode pod) {
        return pod.at("/metadata/labels/app.kubernetes.io~1component").asText().equals("service");
    }

    /// What the connector takes at most, by the table of its settings.
    private static Duration farewell() throws IOException {
        var table = Files.readString(Checkout.find().root().resolve("reactive-messaging-dapr/README.md"));
        var timeouts = Pattern.compile("\\| \\*(?:leave|drain)-timeout\\* \\|.*`(\\d+)` \\|")
                .matcher(table)
                .results()
                .map(row -> Duration.ofMillis(Long.parseLong(row.group(1))))
                .toList();
        assertThat(timeouts).hasSize(2);
        return timeouts.getFirst().plus(timeouts.getLast());
    }

    /// What daprd takes at most, if there is one.
    private static Duration daprdsEnd(JsonNode pod) {
        return Stream.of("block-shutdown-duration", "graceful-shutdown-seconds")
                .map(name -> PodTemplates.annotation(pod, name).replace("s", ""))
                .filter(seconds -> !seconds.isEmpty())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<JsonNode> selectors(JsonNode document) {
        return switch (document.at("/kind").asText()) {
            case "Service" -> Stream.of(document.at("/spec/selector"));
            case "Deployment", "DaemonSet", "PodDisruptionBudget" ->
                Stream.of(document.at("/spec/selector/matchLabels"));
            case "NetworkPolicy" ->
                Stream.concat(
                        Stream.of(document.at("/spec/podSelector/matchLabels")),
                        Stream.of("ingress", "egress").flatMap(way -> ownPeers(document.at("/spec/" + way))));
            default -> Stream.of();
        };
    }

    /// The pods of this namespace that a policy names.
    private static Stream<JsonNode> ownPeers(JsonNode rules) {
        return Stream.of("from", "to")
                .flatMap(side -> rules.findValues(side).stream())
                .flatMap(peers -> StreamSupport.stream(peers.spliterator(), false))
                .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                .map(peer -> peer.at("/podSelector/matchLabels"));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
