package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an application has to pay for: the OCI library only if a module is in a registry, and Bouncy Castle, which
/// is the larger part of it, only if it pushes.
class ClassPathIT {
    @TempDir
    Path directory;

    @Test
    void a_module_of_the_class_path_needs_no_library_at_all() throws Exception {
        try (var loader = onlyWith(ClassPathIT::isOurs)) {
            var fetch = fetch(loader, "classpath:modules/empty.wasm");

            assertThatCode(fetch::run).doesNotThrowAnyException();
        }
    }

    @Test
    void a_module_of_a_registry_needs_the_oci_library() throws Exception {
        try (var loader = onlyWith(ClassPathIT::isOurs)) {
            var fetch = fetch(loader, "oci://localhost/order-router:1");

            assertThatExceptionOfType(NoClassDefFoundError.class)
                    .isThrownBy(fetch::run)
                    .withMessageContaining("land/oras");
        }
    }

    @Test
    void a_module_of_a_registry_needs_no_bouncy_castle() throws Exception {
        try (var registry = Registry.start(FreePorts.find(1).getFirst(), directory);
                var loader = onlyWith(entry -> !entry.contains("bcprov"))) {
            var reference = new OciReference(registry.host(), "order-router", new Tag("1"));
            new ModuleStore(ModuleStoreConfig.defaults()).push(Wasm.saying("one"), reference, Map.of());

            var fetch = fetch(loader, reference.toString());

            assertThatCode(fetch::run).doesNotThrowAnyException();
        }
    }

    /// A loader of the JDK, of this module, and of what is left of the class path.
    private static URLClassLoader onlyWith(Predicate<String> entries) throws IOException {
        var kept = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entries)
                .toList();
        var urls = new URL[kept.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(kept.get(i)).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static boolean isOurs(String entry) {
        return Stream.of(ModuleStore.class, Fetch.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .anyMatch(location -> Path.of(location.getPath()).equals(Path.of(entry)));
    }

    private Runnable fetch(ClassLoader loader, String reference) throws ReflectiveOperationException {
        return (Runnable) loader.loadClass(Fetch.class.getName())
                .getDeclaredConstructor(String.class, Path.class)
                .newInstance(reference, directory.resolve("modules"));
    }

    /// Loaded once more, by a loader that knows less.
    public static final class Fetch implements Runnable {
        private final String reference;
        private final Path cache;

        public Fetch(String reference, Path cache) {
            this.reference = reference;
            this.cache = cache;
        }

        @Override
        public void run() {
            var thread = Thread.currentThread();
            var usual = thread.getContextClassLoader();
            thread.setContextClassLoader(Fetch.class.getClassLoader());
            try {
                var config = ModuleStoreConfig.defaults().withCacheDirectory(cache);
                new ModuleStore(config).fetch(ModuleReference.parse(reference));
            } finally {
                thread.setContextClassLoader(usual);
            }
        }
    }
}
