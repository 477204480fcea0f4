package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleStoreTest {
    @TempDir
    Path directory;

    private final ModuleStore store = new ModuleStore(ModuleStoreConfig.defaults());

    @Test
    void a_file_is_read_as_it_is_now() throws IOException {
        var file = Files.write(directory.resolve("x.wasm"), Wasm.saying("one"));
        var reference = ModuleReference.parse(file.toString());
        assertThat(store.fetch(reference).wasm()).isEqualTo(Wasm.saying("one"));

        Files.write(file, Wasm.saying("two"));

        var module = store.fetch(reference);
        assertThat(module.wasm()).isEqualTo(Wasm.saying("two"));
        assertThat(module.digest()).isEqualTo(Digest.of(Wasm.saying("two")));
        assertThat(module.pinned()).isEmpty();
    }

    @Test
    void a_resource_is_read_from_the_class_path() {
        assertThat(store.fetch(ModuleReference.parse("classpath:modules/empty.wasm"))
                        .wasm())
                .containsExactly(0, 'a', 's', 'm', 1, 0, 0, 0);
    }

    @Test
    void a_file_that_is_not_there_is_named_with_its_folder() {
        assertRefused(
                "no-such.wasm",
                "file:no-such.wasm does not exist: the path is taken from "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void a_folder_is_no_module() {
        assertRefused(directory.toString(), "file:" + directory + " cannot be read: ");
    }

    @Test
    void a_resource_that_is_not_there_is_named() {
        assertRefused("classpath:no-such.wasm", "classpath:no-such.wasm is not on the class path");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws IOException {
        var file = Files.write(directory.resolve("x.wasm"), new byte[100]);
        var small = new ModuleStore(ModuleStoreConfig.defaults().withMaxModuleBytes(99));

        assertThat(store.fetch(new FileReference(file)).wasm()).hasSize(100);
        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> small.fetch(new FileReference(file)))
                .withMessage("file:%s is refused: it has more than the 99 bytes that are allowed.", file);
    }

    @Test
    void a_registry_that_never_answers_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var reference = "oci://localhost:%d/order-router:1".formatted(silent.getLocalPort());
            var hasty = new ModuleStore(ModuleStoreConfig.defaults().withPatience(Duration.ofMillis(300)));

            assertThatExceptionOfType(ModuleStoreException.class)
                    .isThrownBy(() -> hasty.fetch(ModuleReference.parse(reference)))
                    .withMessageContainingAll(reference, "took longer than 300 ms");
        }
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleStoreConfig.defaults().withMaxModuleBytes(7))
                .withMessage("maxModuleBytes must be 8 to 1073741824, was 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleStoreConfig.defaults().withPatience(Duration.ZERO))
                .withMessage("patience must be longer than nothing, was PT0S");
    }

    private void assertRefused(String reference, String reason) {
        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> store.fetch(ModuleReference.parse(reference)))
                .withMessageContaining(reason)
                .withMessageNotContaining("\n");
    }
}
