package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The triggers of KEDA, field by field: its custom resource takes any name there, and so does an API server.
@NeedsCluster
class KedaTriggersDeployIT {
    private final Helm helm = Helm.find();
    private final List<JsonNode> known = StreamSupport.stream(
                    Manifests.read(PinnedFiles.KEDA_TRIGGERS.folder().resolve("scalers-schema.yaml"))
                            .documents()
                            .getFirst()
                            .findPath("scalers")
                            .spliterator(),
                    false)
            .toList();

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void keda_knows_every_trigger_and_each_of_its_fields(ValueSet values) {
        assertThat(triggers(values))
                .isNotEmpty()
                .allSatisfy(trigger -> assertThat(unknownFields(trigger)).isEmpty());
    }

    @Test
    void a_field_that_keda_does_not_know_is_found() {
        var trigger = triggers(ValueSet.named("workload-identity")).findFirst().orElseThrow();
        ((ObjectNode) trigger.at("/metadata")).put("queue", "q-order-ingress");

        assertThat(unknownFields(trigger)).containsExactly("queue");
    }

    private Stream<JsonNode> triggers(ValueSet values) {
        return values.render(helm)
                .ofKind("ScaledObject")
                .flatMap(scaling ->
                        StreamSupport.stream(scaling.at("/spec/triggers").spliterator(), false));
    }

    private Stream<String> unknownFields(JsonNode trigger) {
        var type = trigger.at("/type").asText();
        var fields = known.stream()
                .filter(scaler -> scaler.at("/type").asText().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("KEDA knows no trigger of type '%s'".formatted(type)))
                .at("/parameters")
                .findValuesAsText("name");
        return trigger.at("/metadata").propertyStream().map(Map.Entry::getKey).filter(name -> !fields.contains(name));
    }
}
