package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagWatchIT {
    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    Path directory;

    private final WatchedNews news = new WatchedNews();
    private final int port = FreePorts.find(1).getFirst();
    private Registry registry;
    private ModuleStore store;
    private OciReference tagged;

    @BeforeEach
    void pushFirst() {
        registry = Registry.start(port, directory);
        store = new ModuleStore(ModuleStoreConfig.defaults().withCacheDirectory(directory.resolve("modules")));
        tagged = new OciReference(registry.host(), "order-router", new Tag("1"));
        store.push(Wasm.saying("one"), tagged, Map.of());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void a_tag_that_was_moved_is_told_with_the_module_it_names_now() {
        try (var executor = Executors.newSingleThreadScheduledExecutor();
                var _ = ModuleWatch.start(store, store.fetch(tagged), OFTEN, executor, news)) {
            store.push(Wasm.saying("two"), tagged, Map.of());

            await().untilAsserted(() -> assertThat(news.told()).containsExactly("two"));
        }
    }

    @Test
    void a_tag_that_stays_is_no_news() {
        var watch = new ModuleWatch(store, store.fetch(tagged), news);

        watch.look();
        watch.look();

        assertThat(news.told()).isEmpty();
    }

    @Test
    void a_new_module_is_told_under_the_tag_with_its_digest() {
        var modules = new ArrayList<StoredModule>();
        var watch = new ModuleWatch(store, store.fetch(tagged), piece -> {
            if (piece instanceof ModuleNews.Changed(var module)) {
                modules.add(module);
            }
        });
        var pinned = store.push(Wasm.saying("two"), tagged, Map.of());

        watch.look();

        assertThat(modules).singleElement().satisfies(module -> {
            assertThat(module.reference()).isEqualTo(tagged);
            assertThat(module.pinned()).contains(pinned);
        });
    }

    @Test
    void a_registry_that_is_down_is_told_once_and_asked_until_it_is_back() {
        var watch = new ModuleWatch(store, store.fetch(tagged), news);
        registry.close();
        watch.look();
        watch.look();
        assertThat(news.told()).singleElement().asString().contains("cannot be reached");

        registry = Registry.start(port, directory);
        store.push(Wasm.saying("two"), tagged, Map.of());
        watch.look();

        assertThat(news.told()).hasSize(2).last().isEqualTo("two");
    }

    @Test
    void a_module_that_is_refused_is_told_once_and_the_next_one_is_taken() {
        var modest = new ModuleStore(ModuleStoreConfig.defaults()
                .withCacheDirectory(directory.resolve("modules"))
                .withMaxModuleBytes(Wasm.saying("one").length));
        var watch = new ModuleWatch(modest, modest.fetch(tagged), news);
        store.push(Wasm.saying("too large"), tagged, Map.of());
        watch.look();
        watch.look();
        assertThat(news.told()).singleElement().asString().contains("more than the 14 that are allowed");

        store.push(Wasm.saying("two"), tagged, Map.of());
        watch.look();

        assertThat(news.told()).hasSize(2).last().isEqualTo("two");
    }
}
