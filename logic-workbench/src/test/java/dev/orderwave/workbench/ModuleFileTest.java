package dev.orderwave.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.conformance.Role;
import dev.orderwave.logic.OrderLogic;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_file_named_after_a_role_is_of_that_role() throws IOException {
        var file = Files.write(folder.resolve("standard-order.wasm"), OrderLogic.STANDARD_ORDER.wasm());

        var module = ModuleFile.read(file);

        assertThat(module.name()).isEqualTo("standard-order");
        assertThat(module.role()).contains(Role.STANDARD_ORDER);
    }

    @Test
    void a_file_that_is_not_there_is_to_be_built_first() {
        refused(folder.resolve("a.wasm"), "a.wasm is not there; build the module first, or check the path");
    }

    @Test
    void a_folder_is_no_module() {
        refused(folder, "is a folder; name the .wasm file in it");
    }

    @Test
    void a_text_is_no_module() throws IOException {
        var text = Files.writeString(folder.resolve("a.wat"), "(module)");

        refused(text, "a.wat is not WebAssembly; name the .wasm file that the compiler wrote");
    }

    @Test
    void a_file_far_too_large_is_not_even_read() throws IOException {
        var file = folder.resolve("a.wasm");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 33);
        }

        refused(file, "has 8,589,934,592 bytes, a module may have 4,194,304; build it for release and strip it");
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> ModuleFile.read(file))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining(reason);
    }
}
