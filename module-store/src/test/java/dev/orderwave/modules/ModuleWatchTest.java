package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleWatchTest {
    private static final Duration OFTEN = Duration.ofMillis(10);

    @TempDir
    Path directory;

    private final ModuleStore store = new ModuleStore(ModuleStoreConfig.defaults());
    private final WatchedNews news = new WatchedNews();
    private Path file;
    private ModuleWatch watch;

    @BeforeEach
    void watchFile() throws IOException {
        file = Files.write(directory.resolve("x.wasm"), Wasm.saying("one"));
        watch = new ModuleWatch(store, store.fetch(new FileReference(file)), news);
    }

    @Test
    void a_file_that_was_replaced_is_told() throws IOException {
        var current = store.fetch(new FileReference(file));
        try (var executor = Executors.newSingleThreadScheduledExecutor();
                var _ = ModuleWatch.start(store, current, OFTEN, executor, news)) {
            replaceBy("two");

            await().untilAsserted(() -> assertThat(news.told()).containsExactly("two"));
        }
    }

    @Test
    void a_file_that_stays_is_no_news() {
        look(3);

        assertThat(news.told()).isEmpty();
    }

    @Test
    void a_change_is_told_once() throws IOException {
        Files.write(file, Wasm.saying("two"));

        look(4);

        assertThat(news.told()).containsExactly("two");
    }

    @Test
    void a_change_back_is_a_change() throws IOException {
        Files.write(file, Wasm.saying("two"));
        look(2);
        Files.write(file, Wasm.saying("one"));
        look(2);

        assertThat(news.told()).containsExactly("two", "one");
    }

    @Test
    void a_file_that_is_being_written_is_left_alone() throws IOException {
        for (var part : new String[] {"t", "tw", "two"}) {
            Files.write(file, Wasm.saying(part));
            look(1);
        }
        assertThat(news.told()).isEmpty();

        look(1);

        assertThat(news.told()).containsExactly("two");
    }

    @Test
    void a_file_that_is_away_for_a_moment_is_no_news() throws IOException {
        Files.delete(file);
        look(1);
        Files.write(file, Wasm.saying("one"));
        look(2);

        assertThat(news.told()).isEmpty();
    }

    @Test
    void a_file_that_stays_away_is_told_once_and_looked_for_until_it_is_back() throws IOException {
        Files.delete(file);
        look(4);
        assertThat(news.told()).singleElement().asString().contains(file.toString(), "does not exist");

        Files.write(file, Wasm.saying("two"));
        look(2);

        assertThat(news.told()).hasSize(2).last().isEqualTo("two");
    }

    @Test
    void a_file_that_is_gone_again_is_told_again() throws IOException {
        for (int time = 0; time < 2; time++) {
            Files.delete(file);
            look(2);
            Files.write(file, Wasm.saying("one"));
            look(2);
        }

        assertThat(news.told()).hasSize(2).allMatch(failure -> failure.contains("does not exist"));
    }

    @Test
    void what_cannot_change_is_not_looked_at() {
        var resource = store.fetch(ModuleReference.parse("classpath:modules/empty.wasm"));
        try (var executor = new ScheduledThreadPoolExecutor(1);
                var _ = ModuleWatch.start(store, resource, OFTEN, executor, news)) {
            assertThat(executor.getQueue()).isEmpty();
        }
    }

    @Test
    void a_closed_watch_looks_no_more() {
        var current = store.fetch(new FileReference(file));
        try (var executor = new ScheduledThreadPoolExecutor(1)) {
            executor.setRemoveOnCancelPolicy(true);

            ModuleWatch.start(store, current, Duration.ofHours(1), executor, news)
                    .close();

            assertThat(executor.getQueue()).isEmpty();
        }
    }

    @Test
    void a_listener_that_fails_does_not_end_the_watch() throws IOException {
        var failures = new CopyOnWriteArrayList<String>();
        ThreadFactory threads = Thread.ofVirtual()
                .uncaughtExceptionHandler((_, failure) -> failures.add(failure.getMessage()))
                .factory();
        var current = store.fetch(new FileReference(file));
        try (var executor = Executors.newSingleThreadScheduledExecutor(threads);
                var _ = ModuleWatch.start(store, current, OFTEN, executor, this::noteAndFail)) {
            replaceBy("two");
            await().untilAsserted(() -> assertThat(news.told()).containsExactly("two"));

            replaceBy("three");

            await().untilAsserted(() -> assertThat(news.told()).containsExactly("two", "three"));
            await().untilAsserted(() -> assertThat(failures).containsExactly("on two", "on three"));
        }
    }

    private void noteAndFail(ModuleNews piece) {
        news.accept(piece);
        throw new IllegalStateException("on " + news.told().getLast());
    }

    /// At once, as a careful deployment does it.
    private void replaceBy(String text) throws IOException {
        var next = Files.write(directory.resolve("next"), Wasm.saying(text));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }
}
