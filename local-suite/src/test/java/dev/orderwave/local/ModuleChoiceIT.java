package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.modules.OciReference;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a service's module comes from, through real parts: a property of the Service Bus message
/// chooses it, or a tag of a registry does.
class ModuleChoiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void the_tenant_of_a_message_chooses_its_module() throws Exception {
        Files.write(folder.resolve("north.wasm"), Modules.version("express-pick-list", "9.9.9"));
        var config = Suites.config()
                .withEnvironment(
                        App.RECEIVER_EXPRESS,
                        Map.of(
                                "ORDERWAVE_MODULE_ATTRIBUTE_NAME",
                                "tenant",
                                "ORDERWAVE_MODULE_ATTRIBUTE_SOURCE",
                                folder + "/{}.wasm"));
        try (var suite = LocalSuite.start(config)) {
            send(suite, order(1));
            var north = order(2);
            north.getApplicationProperties().put("tenant", "north");
            send(suite, north);

            var blobs =
                    BlobStorage.connect(suite.backing().blobConnectionString()).container("express-outbox");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(blobs.list()).hasSize(2));
            assertThat(textOf(blobs, 1)).contains("\"version\":\"1.0.0\"");
            assertThat(textOf(blobs, 2)).contains("\"version\":\"9.9.9\"");
        }
    }

    @Test
    void a_tag_that_moves_brings_its_new_module_into_the_running_service() throws Exception {
        try (var registry =
                Registry.start(FreePorts.find(1).getFirst(), Files.createDirectory(folder.resolve("oci")))) {
            var tag = OciReference.parse("oci://" + registry.host() + "/rules/express:live");
            var store = new ModuleStore(ModuleStoreConfig.defaults().withCacheDirectory(folder.resolve("cache")));
            store.push(Modules.version("express-pick-list", "8.0.1"), tag, Map.of());
            var config = Suites.config()
                    .withEnvironment(
                            App.RECEIVER_EXPRESS,
                            Map.of(
                                    "ORDERWAVE_MODULE_SOURCE", tag.toString(),
                                    "ORDERWAVE_MODULE_WATCH", "PT0.2S",
                                    "XDG_CACHE_HOME", folder.toString()));
            try (var suite = LocalSuite.start(config)) {
                var blobs = BlobStorage.connect(suite.backing().blobConnectionString())
                        .container("express-outbox");
                send(suite, order(1));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(blobs.list()).hasSize(1));
                assertThat(textOf(blobs, 1)).contains("\"version\":\"8.0.1\"");

                store.push(Modules.version("express-pick-list", "8.0.2"), tag, Map.of());
                var id = new AtomicInteger(1);
                await().atMost(PATIENCE).until(() -> {
                    send(suite, order(id.incrementAndGet()));
                    return blobs.list().stream()
                            .anyMatch(blob -> text(blobs, blob.name()).contains("8.0.2"));
                });
            }
        }
    }

    private static ServiceBusMessage order(int id) {
        return new ServiceBusMessage(BinaryData.fromString("""
                {"orderId":%d,"orderGuid":"7f0c1a0e-6f5e-4c3a-9d2b-1a2b3c4d5e6f","description":"a-b-c-d-e",
                 "firstName":"Ada","lastName":"Lovelace","delivery":"Express",
                 "items":[{"orderItemId":1,"sku":"ABCDEFGHIJKLM","quantity":2}]}""".formatted(id)));
    }

    private static void send(LocalSuite suite, ServiceBusMessage message) {
        try (var sender = new ServiceBusClientBuilder()
                .connectionString(suite.backing().serviceBusConnectionString())
                .sender()
                .queueName(Queue.EXPRESS.id())
                .buildClient()) {
            sender.sendMessage(message);
        }
    }

    private static String text(BlobContainer blobs, String name) {
        return new String(blobs.read(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String textOf(BlobContainer blobs, int orderId) {
        return text(blobs, Suites.blobsOf(blobs, orderId).getFirst());
    }
}
