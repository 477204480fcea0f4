package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmIT {
    private final Helm helm = Helm.find();

    @TempDir
    private Path chart;

    @BeforeEach
    void write_a_chart() throws IOException {
        Files.createDirectory(chart.resolve("templates"));
        Files.writeString(chart.resolve("Chart.yaml"), """
                apiVersion: v2
                name: greeting
                version: 1.0.0
                """);
        Files.writeString(chart.resolve("templates/greeting.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: {{ .Release.Name }}
                data:
                  namespace: {{ .Release.Namespace }}
                  kubernetes: {{ .Capabilities.KubeVersion.Version }}
                  text: {{ required "say what the greeting is: --set greeting=hello" .Values.greeting }}
                ---
                {{- if .Values.none }}
                left: out
                {{- end }}
                """);
    }

    @Test
    void a_chart_is_rendered_for_the_clusters_kubernetes() {
        var rendered = helm.template("morning", chart, "--set", "greeting=hello");

        assertThat(rendered.documents()).hasSize(1);
        var data = rendered.get("ConfigMap", "morning").at("/data");
        assertThat(data.at("/text").asText()).isEqualTo("hello");
        assertThat(data.at("/namespace").asText()).isEqualTo("orders");
        assertThat(data.at("/kubernetes").asText()).startsWith("v1.35.");
    }

    @Test
    void a_chart_that_is_not_rendered_says_why() {
        assertThatThrownBy(() -> helm.template("morning", chart))
                .isInstanceOf(HelmRefusedException.class)
                .hasMessageContaining("say what the greeting is");
    }

    @Test
    void an_object_that_is_not_there_is_missed_by_name() {
        var rendered = helm.template("morning", chart, "--set", "greeting=hello");

        assertThatThrownBy(() -> rendered.get("ConfigMap", "evening"))
                .hasMessage("there is no ConfigMap 'evening', only [morning]");
    }
}
