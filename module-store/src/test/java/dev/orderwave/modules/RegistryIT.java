package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryIT {
    @TempDir
    static Path work;

    private static Registry registry;

    @TempDir
    Path cache;

    @BeforeAll
    static void start() {
        registry = Registry.start(FreePorts.find(1).getFirst(), work);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void a_module_that_was_pushed_is_fetched_by_tag_and_by_digest() {
        var store = new ModuleStore(ModuleStoreConfig.defaults().withCacheDirectory(cache));
        byte[] wasm = {0, 'a', 's', 'm', 1, 0, 0, 0};
        var tagged = (OciReference) ModuleReference.parse("oci://" + registry.host() + "/team/order-router:1");

        var pinned = store.push(wasm, tagged, Map.of());

        assertThat(store.fetch(tagged).wasm()).isEqualTo(wasm);
        assertThat(store.fetch(tagged).pinned()).contains(pinned);
        assertThat(store.fetch(pinned).wasm()).isEqualTo(wasm);
    }
}
