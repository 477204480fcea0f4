package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.processes.Daprd;
import dev.orderwave.processes.DaprdConfig;
import dev.orderwave.processes.FreePorts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real daprd with two bindings that need nothing but this machine: a clock in, a folder out.
class RealDaprdIT {
    private static final String CLOCK = """
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: clock }
            spec:
              type: bindings.cron
              version: v1
              metadata:
                - { name: schedule, value: "@every 1s" }
                - { name: direction, value: input }
            """;
    private static final String FOLDER = """
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: folder }
            spec:
              type: bindings.localstorage
              version: v1
              metadata:
                - { name: rootPath, value: %s }
                - { name: direction, value: output }
            """;
    private static final String CONFIGURATION = """
            apiVersion: dapr.io/v1alpha1
            kind: Configuration
            metadata: { name: test }
            spec:
              tracing: { samplingRate: "1" }
            """;

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final DaprBindingConnector connector = new DaprBindingConnector(vertx);
    private final List<Integer> ports = FreePorts.find(3);
    private final UnicastProcessor<Message<?>> toFolder = UnicastProcessor.create();
    private final List<Message<byte[]>> ticks = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        connector.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_daprd_delivers_comes_in_and_what_goes_out_arrives() throws IOException {
        try (var daprd = startDaprd()) {
            connectFolder();
            consumeClock();
            daprd.awaitReady();

            await().until(() -> !ticks.isEmpty());
            assertThat(write("4711.json", "{}").join()).isEqualTo("acked");

            assertThat(directory.resolve("folder/4711.json")).hasContent("{}");
            assertThat(connector.getReadiness().isOk()).isTrue();
            assertThat(ticks.getFirst().getMetadata(TraceContext.class)).isPresent();
        }
    }

    @Test
    void a_binding_that_does_not_exist_nacks_its_message_only() throws IOException {
        try (var daprd = startDaprd()) {
            connect("nowhere", toFolder);
            consumeClock();
            daprd.awaitReady();

            assertThat(write("4711.json", "{}").join())
                    .startsWith("nacked: Output binding nowhere did not accept the message");
            assertThat(write("4712.json", "{}").join()).startsWith("nacked");
        }
    }

    @Test
    void an_app_that_starts_after_daprd_gets_its_events() throws IOException {
        try (var daprd = startDaprd()) {
            daprd.awaitReady();

            consumeClock();

            await().until(() -> !ticks.isEmpty());
        }
    }

    private Daprd startDaprd() throws IOException {
        var components = Files.createDirectories(directory.resolve("components"));
        Files.writeString(components.resolve("clock.yaml"), CLOCK);
        Files.writeString(components.resolve("folder.yaml"), FOLDER.formatted(directory.resolve("folder")));
        var configuration = Files.writeString(directory.resolve("configuration.yaml"), CONFIGURATION);
        return Daprd.start(new DaprdConfig(
                "connector-test",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                List.of(components),
                configuration,
                Map.of(),
                directory,
                directory.resolve("daprd.log")));
    }

    @SuppressWarnings("unchecked")
    private void consumeClock() {
        var attributes = Map.of("app-port", Integer.toString(ports.get(0)), "drain-timeout", "100");
        var clock = (Multi<Message<byte[]>>) connector.getPublisher(ChannelConfig.of("clock", attributes));
        clock.subscribe().with(tick -> {
            ticks.add(tick);
            tick.ack();
        });
    }

    private void connectFolder() {
        connect("folder", toFolder);
    }

    @SuppressWarnings("unchecked")
    private void connect(String binding, Multi<Message<?>> messages) {
        var attributes = Map.of(
                "http-endpoint", "http://127.0.0.1:" + ports.get(1), "grpc-endpoint", "127.0.0.1:" + ports.get(2));
        messages.subscribe(
                (Flow.Subscriber<Message<?>>) connector.getSubscriber(ChannelConfig.of(binding, attributes)));
    }

    private CompletableFuture<String> write(String file, String content) {
        var settlement = new CompletableFuture<String>();
        toFolder.onNext(Message.of(
                content,
                Metadata.of(new OutgoingBindingMetadata(Optional.empty(), Map.of("fileName", file))),
                () -> {
                    settlement.complete("acked");
                    return CompletableFuture.completedFuture(null);
                },
                reason -> {
                    settlement.complete("nacked: " + reason.getMessage());
                    return CompletableFuture.completedFuture(null);
                }));
        return settlement;
    }
}
