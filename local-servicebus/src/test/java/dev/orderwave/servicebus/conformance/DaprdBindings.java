package dev.orderwave.servicebus.conformance;

import dev.orderwave.processes.Daprd;
import dev.orderwave.processes.DaprdConfig;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.servicebus.LocalServiceBus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A real daprd with an input and an output binding for each scenario's queue.
final class DaprdBindings implements AutoCloseable {
    private static final String BINDING = """
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: %s }
            spec:
              type: bindings.azure.servicebusqueues
              version: v1
              metadata:
                - { name: connectionString, value: "%s" }
                - { name: queueName, value: %s }
                - { name: direction, value: %s }
                - { name: lockRenewalInSec, value: "1" }
                - { name: disableEntityManagement, value: "true" }
            """;
    private static final String CONFIGURATION = """
            apiVersion: dapr.io/v1alpha1
            kind: Configuration
            metadata: { name: test }
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Daprd daprd;
    private final int port;

    private DaprdBindings(Daprd daprd, int port) {
        this.daprd = daprd;
        this.port = port;
    }

    static DaprdBindings start(LocalServiceBus bus, int appPort, Path directory) throws IOException {
        var components = Files.createDirectories(directory.resolve("components"));
        for (var scenario : daprdScenarios()) {
            write(components, scenario.key(), bus, scenario, "input");
            write(components, scenario.key() + "-out", bus, scenario, "output");
        }
        var ports = FreePorts.find(2);
        var daprd = Daprd.start(new DaprdConfig(
                "conformance",
                appPort,
                ports.get(0),
                ports.get(1),
                List.of(components),
                Files.writeString(directory.resolve("configuration.yaml"), CONFIGURATION),
                Map.of(),
                directory,
                directory.resolve("daprd.log")));
        return new DaprdBindings(daprd.awaitReady(), ports.get(0));
    }

    static List<Scenario> daprdScenarios() {
        return Arrays.stream(Scenario.values())
                .filter(scenario -> scenario.isPossibleWith(Sdk.GO))
                .toList();
    }

    /// Sends through the scenario's output binding and returns daprd's status.
    int send(Scenario scenario, String metadata) {
        var body = "{\"operation\": \"create\", \"data\": \"order\", \"metadata\": %s}".formatted(metadata);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/v1.0/bindings/%s-out".formatted(port, scenario.key())))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
    }

    private static void write(Path folder, String name, LocalServiceBus bus, Scenario scenario, String direction)
            throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                BINDING.formatted(name, bus.connectionString(), scenario.key(), direction));
    }

    @Override
    public void close() {
        daprd.close();
        http.close();
    }
}
