package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTest {
    @Test
    void the_images_are_made_by_copying_and_run_as_nobody() {
        var dockerfile = Dockerfile.read(
                Checkout.find().deploy("images/Dockerfile"), Map.of("TARGETARCH", "arm64", "IMAGE", "distributor"));

        assertThat(dockerfile.copies())
                .contains(
                        new Dockerfile.Copy("arm64/runtime", "/opt/java"),
                        new Dockerfile.Copy("arm64/distributor/app", "/opt/orderwave"));
        assertThat(dockerfile.user()).isEqualTo("65532:65532");
        assertThat(dockerfile.entrypoint()).first().isEqualTo("/opt/java/bin/java");
    }

    @Test
    void the_images_get_the_tag_that_the_chart_asks_for() {
        var chart =
                Manifests.read(ValueSet.CHART.resolve("Chart.yaml")).documents().getFirst();

        assertThat(Checkout.find().deploy("images/docker-bake.hcl"))
                .content()
                .contains("default = \"%s\"".formatted(chart.at("/appVersion").asText()));
    }

    @Test
    void one_that_runs_something_is_refused(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("Dockerfile"), """
                FROM scratch
                RUN apt-get install curl
                """);

        assertThatThrownBy(() -> Dockerfile.read(file, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does more than copy: RUN apt-get install curl");
    }
}
