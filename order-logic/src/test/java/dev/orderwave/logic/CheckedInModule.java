package dev.orderwave.logic;

import dev.orderwave.conformance.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A module as it is checked in: `order-logic/<language>/modules/<role>.wasm`.
record CheckedInModule(String language, Role role, Path file) {

    static Stream<CheckedInModule> all() throws IOException {
        var modules = FileSystems.getDefault().getPathMatcher("glob:*/modules/*.wasm");
        try (var files = Files.find(Path.of(""), 3, (file, _) -> modules.matches(file))) {
            return files.sorted().map(CheckedInModule::at).toList().stream();
        }
    }

    private static CheckedInModule at(Path file) {
        var name = file.getName(2).toString().replace(".wasm", "");
        var role = Role.named(name)
                .orElseThrow(() -> new IllegalStateException(
                        file + " is named after no role; there are " + Arrays.toString(Role.values())));
        return new CheckedInModule(file.getName(0).toString(), role, file);
    }

    byte[] wasm() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of the list that lies beside the module.
    Stream<String> sums() throws IOException {
        return Files.readAllLines(file.resolveSibling("SHA256SUMS")).stream();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
