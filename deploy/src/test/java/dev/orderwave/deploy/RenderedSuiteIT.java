package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.local.App;
import dev.orderwave.local.BackingServices;
import dev.orderwave.local.LocalSuite;
import dev.orderwave.local.LocalSuiteConfig;
import dev.orderwave.local.SuitePorts;
import dev.orderwave.local.Wave;
import dev.orderwave.local.WaveConsole;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The services and real daprds on what the chart renders for a cluster, with queues and blobs of this machine.
class RenderedSuiteIT {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Helm helm = Helm.find();

    @TempDir
    private Path directory;

    @Test
    void orders_become_blobs_through_what_the_chart_renders() throws IOException {
        var manifests = ValueSet.named("secrets").render(helm);

        try (var suite = LocalSuite.startBacking(LocalSuiteConfig.on(SuitePorts.free()))) {
            var resources = Files.createDirectory(directory.resolve("resources"));
            for (var document : Stream.concat(manifests.ofKind("Component"), manifests.ofKind("Resiliency"))
                    .toList()) {
                write(resources, document);
            }
            writeSecretStore(resources, suite.backing());
            var configuration = write(directory, manifests.get("Configuration", "orderwave"));

            try (var distributor = start(App.DISTRIBUTOR, manifests, resources, configuration);
                    var express = start(App.RECEIVER_EXPRESS, manifests, resources, configuration);
                    var standard = start(App.RECEIVER_STANDARD, manifests, resources, configuration)) {
                Stream.of(distributor, express, standard)
                        .forEach(app -> app.daprd().awaitReady());
                var console = new WaveConsole(new PrintWriter(System.out, true, StandardCharsets.UTF_8), false);
                var report = Wave.schedule(suite, OrderGenerator.seeded(42), 200, console)
                        .verify();

                assertThat(report.isClean()).isTrue();
            }
        }
    }

    private RenderedApp start(App app, Manifests manifests, Path resources, Path configuration) {
        return RenderedApp.start(app, manifests, resources, configuration, directory);
    }

    /// One document in a file: of several, daprd would load the first.
    private static Path write(Path folder, JsonNode document) throws IOException {
        var file = folder.resolve("%s-%s.yaml".formatted(document.at("/kind").asText(), Manifests.name(document)));
        return Files.writeString(file, YAML.writeValueAsString(document));
    }

    /// What Kubernetes is to the components, by the same name: the Secret that they refer to.
    private void writeSecretStore(Path resources, BackingServices backing) throws IOException {
        var secrets = Map.of(
                "orderwave-connections",
                Map.of(
                        "servicebus-connection-string", backing.serviceBusConnectionString(),
                        "blob-connection-string", backing.blobConnectionString()));
        var file = Files.writeString(directory.resolve("secrets.json"), new JsonMapper().writeValueAsString(secrets));
        Files.writeString(resources.resolve("secret-store.yaml"), """
                apiVersion: dapr.io/v1alpha1
                kind: Component
                metadata: { name: kubernetes }
                spec:
                  type: secretstores.local.file
                  version: v1
                  metadata:
                    - { name: secretsFile, value: "%s" }
                    - { name: multiValued, value: "true" }
                """.formatted(file));
    }
}
