package dev.orderwave.wasm;

import static dev.orderwave.wasm.Guests.MESSAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.compiler.Cache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestCacheTest {

    private static final int SIZE = wasm("tenant-00").length;

    private final List<String> loads = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void each_name_has_its_own_module() {
        var cache = cache(10 * SIZE);

        for (int tenant = 10; tenant < 20; tenant++) {
            var name = "tenant-" + tenant;
            assertThat(cache.guest(name).handle(MESSAGE)).isEqualTo(new Verdict.Reject(name));
            assertThat(cache.guest(name).module().name()).isEqualTo(name);
        }
        assertThat(loads).hasSize(10);
    }

    @Test
    void the_module_that_was_not_asked_for_the_longest_goes_when_there_is_no_room() {
        var cache = cache(2 * SIZE);
        Stream.of("tenant-01", "tenant-02", "tenant-01", "tenant-03").forEach(cache::guest);
        loads.clear();

        Stream.of("tenant-01", "tenant-03", "tenant-02").forEach(cache::guest);

        assertThat(loads).containsExactly("tenant-02");
        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void a_module_larger_than_the_room_is_loaded_alone() {
        var cache = cache(1);

        assertThat(cache.guest("tenant-01").handle(MESSAGE)).isEqualTo(new Verdict.Reject("tenant-01"));
        assertThat(cache.guest("tenant-02").handle(MESSAGE)).isEqualTo(new Verdict.Reject("tenant-02"));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void a_module_with_a_snapshot_takes_as_much_more_room() {
        var page = 1 << 16;
        var cache = new GuestCache(
                name -> ModuleSource.compiledAtLoad(name, wasm(name)),
                Sandbox.granting().withInstances(InstancePolicy.SNAPSHOT),
                2L * (page + SIZE));

        Stream.of("tenant-01", "tenant-02", "tenant-03").forEach(cache::guest);

        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void a_module_that_cannot_be_loaded_is_tried_again() {
        var sources = new ArrayList<>(List.of("no wasm".getBytes(UTF_8), wasm("mended")));
        var cache = new GuestCache(
                name -> ModuleSource.compiledAtLoad(name, sources.removeFirst()), Sandbox.granting(), SIZE);

        assertThatThrownBy(() -> cache.guest("tenant-01")).isInstanceOf(GuestException.class);
        assertThat(cache.guest("tenant-01").handle(MESSAGE)).isEqualTo(new Verdict.Reject("mended"));
    }

    @Test
    void a_module_that_changed_is_replaced_when_it_is_looked_at_again() {
        var wasm = new AtomicReference<>(wasm("first"));
        var cache = new GuestCache(name -> ModuleSource.compiledAtLoad(name, wasm.get()), Sandbox.granting(), SIZE);
        var failures = new ArrayList<String>();
        cache.guest("tenant-01");

        wasm.set("no wasm".getBytes(UTF_8));
        cache.refresh((name, failure) -> failures.add(name));
        assertThat(cache.guest("tenant-01").handle(MESSAGE)).isEqualTo(new Verdict.Reject("first"));
        assertThat(failures).containsExactly("tenant-01");

        wasm.set(wasm("later"));
        cache.refresh((name, failure) -> failures.add(name));
        assertThat(cache.guest("tenant-01").handle(MESSAGE)).isEqualTo(new Verdict.Reject("later"));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void a_module_is_loaded_once_however_many_ask_for_it_at_once() throws Exception {
        var found = new ConcurrentLinkedQueue<String>();
        var cache = new GuestCache(
                name -> {
                    found.add(name);
                    return ModuleSource.compiledAtLoad(name, wasm(name));
                },
                Sandbox.granting(),
                SIZE);
        Callable<Guest> ask = () -> cache.guest("tenant-01");

        try (var threads = Executors.newFixedThreadPool(8)) {
            var guests =
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> ask).toList());
            for (var guest : guests) {
                assertThat(guest.get()).isSameAs(cache.guest("tenant-01"));
            }
        }
        assertThat(found).containsExactly("tenant-01");
    }

    @Test
    void a_module_that_comes_back_is_not_compiled_again() {
        var classes = ClassCache.inFolder(folder.resolve("classes"));
        var wasm = wasm("tenant-01");
        var first = Guest.load(ModuleSource.compiledOnce("tenant-01", wasm, classes), Sandbox.granting());

        // Nothing is compiled within no time at all.
        var hasty = Sandbox.granting().withLimits(Limits.DEFAULT.withToLoad(Duration.ofNanos(1)));
        var again = Guest.load(ModuleSource.compiledOnce("tenant-01", wasm, classes), hasty);

        assertThat(again.handle(MESSAGE)).isEqualTo(first.handle(MESSAGE));
        assertThatThrownBy(() -> Guest.load(ModuleSource.compiledAtLoad("tenant-01", wasm), hasty))
                .hasMessageContaining("load-timeout");
    }

    @Test
    void damaged_classes_are_made_again() throws Exception {
        var sha256 = ModuleInfo.of("x", wasm("tenant-01")).sha256();
        var classes = ClassCache.inFolder(folder.resolve("classes"));
        classes.keep(sha256, "no classes".getBytes(UTF_8));

        var guest = Guest.load(ModuleSource.compiledOnce("tenant-01", wasm("tenant-01"), classes), Sandbox.granting());

        assertThat(guest.handle(MESSAGE)).isEqualTo(new Verdict.Reject("tenant-01"));
        assertThat(classes.find(sha256).orElseThrow()).startsWith('P', 'K');
    }

    @Test
    void classes_are_not_kept_where_everybody_may_write() throws Exception {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> ClassCache.inFolder(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose another folder");
    }

    @Test
    void classes_are_kept_by_the_version_of_the_compiler_that_made_them() throws Exception {
        var properties = new Properties();
        try (var stream =
                Cache.class.getResourceAsStream("/META-INF/maven/com.dylibso.chicory/compiler/pom.properties")) {
            properties.load(stream);
        }

        assertThat(ClassFolder.COMPILER).startsWith("chicory-" + properties.getProperty("version") + "-");
    }

    private GuestCache cache(long bytes) {
        return new GuestCache(
                name -> {
                    loads.add(name);
                    return ModuleSource.compiledAtLoad(name, wasm(name));
                },
                Sandbox.granting(),
                bytes);
    }

    private static byte[] wasm(String reason) {
        return TestGuest.answering("{\"reject\":\"" + reason + "\"}").build();
    }
}
