package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service whose modules are files or resources pays nothing for the OCI library: not even its classes are looked
/// for.
class WithoutOciLibraryTest {
    private URLClassLoader loader;

    @BeforeEach
    void loadThisModuleAlone() {
        var classes = new URL[] {locationOf(ModuleStore.class), locationOf(Fetch.class)};
        loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void a_module_of_the_class_path_needs_no_oci_library() throws ReflectiveOperationException {
        var fetch = fetch("classpath:modules/empty.wasm");

        assertThatCode(fetch::run).doesNotThrowAnyException();
    }

    @Test
    void a_module_of_a_registry_does() throws ReflectiveOperationException {
        var fetch = fetch("oci://localhost/order-router:1");

        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(fetch::run);
    }

    private Runnable fetch(String reference) throws ReflectiveOperationException {
        var type = loader.loadClass(Fetch.class.getName());
        return (Runnable) type.getDeclaredConstructor(String.class).newInstance(reference);
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /// Loaded once more, by a loader that finds nothing but the JDK and this module.
    public static final class Fetch implements Runnable {
        private final String reference;

        public Fetch(String reference) {
            this.reference = reference;
        }

        @Override
        public void run() {
            var thread = Thread.currentThread();
            var usual = thread.getContextClassLoader();
            thread.setContextClassLoader(Fetch.class.getClassLoader());
            try {
                new ModuleStore(ModuleStoreConfig.defaults()).fetch(ModuleReference.parse(reference));
            } finally {
                thread.setContextClassLoader(usual);
            }
        }
    }
}
