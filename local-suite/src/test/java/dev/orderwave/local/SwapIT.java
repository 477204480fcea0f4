package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Modules that are swapped while a wave flows.
class SwapIT {
    private static final int ORDERS = 5000;
    private static final int SWAPS = 10;
    private static final String TOKEN = "swap";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /// Every second swap is a file that changes, which the standard receiver watches; the others are put to the express
    /// receiver over HTTP.
    @Test
    void ten_swaps_during_a_wave_lose_nothing_and_every_blob_names_the_module_that_made_it() throws Exception {
        var watched = folder.resolve("standard-order.wasm");
        Files.write(watched, version("standard-order", 0));
        var config = Suites.config()
                .withEnvironment(App.RECEIVER_EXPRESS, Map.of("ORDERWAVE_MODULE_MANAGEMENT_TOKEN", TOKEN))
                .withEnvironment(
                        App.RECEIVER_STANDARD,
                        Map.of("ORDERWAVE_MODULE_SOURCE", watched.toString(), "ORDERWAVE_MODULE_WATCH", "PT0.1S"));
        try (var suite = LocalSuite.start(config)) {
            assertThat(wave(suite, 100).verify().isClean()).isTrue();

            var wave = wave(suite, ORDERS);
            for (int swap = 1; swap <= SWAPS; swap++) {
                wave.awaitDistributed(swap * ORDERS / (SWAPS + 1));
                if (swap % 2 == 0) {
                    replace(watched, version("standard-order", swap));
                } else {
                    put(suite.app(App.RECEIVER_EXPRESS), version("express-pick-list", swap));
                }
            }

            var report = wave.verify();
            assertThat(report.findings()).isEmpty();
            assertThat(report.isClean()).isTrue();
            var express = makers(suite, "express-outbox");
            assertThat(express).allMatch(maker -> maker.matches("express-pick-list@[0-9a-f]{12}"));
            var standard = makers(suite, "standard-outbox");
            assertThat(standard).allMatch(maker -> maker.matches("standard-order@[0-9a-f]{12}"));
            assertThat(express.size() + standard.size()).isBetween(4, SWAPS + 2);
        }
    }

    private void put(SuiteApp app, byte[] module) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(app.management().resolve("/modules/serving"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/wasm")
                .PUT(BodyPublishers.ofByteArray(module))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static void replace(Path file, byte[] module) throws IOException {
        var part = Files.write(file.resolveSibling("part"), module);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] version(String module, int number) throws IOException {
        return Modules.version(module, "1.%03d".formatted(number));
    }

    private static Set<String> makers(LocalSuite suite, String container) {
        var blobs = new BlobServiceClientBuilder()
                .connectionString(suite.backing().blobConnectionString())
                .buildClient()
                .getBlobContainerClient(container)
                .listBlobs(new ListBlobsOptions().setDetails(new BlobListDetails().setRetrieveMetadata(true)), null);
        var makers = new HashSet<String>();
        for (BlobItem blob : blobs) {
            makers.add(blob.getMetadata().getOrDefault("module", "nobody"));
        }
        return makers;
    }
}
