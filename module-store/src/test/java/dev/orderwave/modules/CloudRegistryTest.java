package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudRegistryTest {
    @TempDir
    Path cache;

    @Test
    void a_token_is_for_the_registry_and_not_for_the_storage_behind_it() throws IOException {
        try (var cloud = CloudRegistry.with(Wasm.saying("one"))) {
            var store = new ModuleStore(ModuleStoreConfig.defaults().withCacheDirectory(cache));

            var module = store.fetch(new OciReference(cloud.host(), "team/order-router", new Tag("1")));

            assertThat(module.wasm()).isEqualTo(Wasm.saying("one"));
        }
    }
}
