package dev.orderwave.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Everything in a rendering that makes pods, by the template of its pods.
final class PodTemplates {
    private PodTemplates() {}

    static Stream<JsonNode> in(Manifests manifests) {
        return manifests.documents().stream().map(PodTemplates::of).filter(JsonNode::isObject);
    }

    /// Missing where it makes none.
    static JsonNode of(JsonNode document) {
        return switch (document.at("/kind").asText()) {
            case "CronJob" -> document.at("/spec/jobTemplate/spec/template");
            case "Deployment", "DaemonSet" -> document.at("/spec/template");
            default -> document.at("/none");
        };
    }

    /// What is said to Dapr's injector, or nothing.
    static String annotation(JsonNode pod, String name) {
        return pod.at("/metadata/annotations/dapr.io~1" + name).asText();
    }

    /// What is said in words; values that come from secrets are left out.
    static Map<String, String> environment(JsonNode pod) {
        var variables = new TreeMap<String, String>();
        pod.at("/spec/containers/0/env").forEach(variable -> {
            if (variable.has("value")) {
                variables.put(
                        variable.at("/name").asText(), variable.at("/value").asText());
            }
        });
        return variables;
    }
}
