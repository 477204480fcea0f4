package dev.orderwave.benchmarks.logic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A language that the router is written in, and the module that was built from it.
record Language(String name, Path router) {

    private static final String ROUTER = "order-router.wasm";

    /// Every language with a checked-in router; Rust, whose modules ship, first.
    static List<Language> all(Path root) {
        var logic = root.resolve("order-logic");
        var rust =
                new Language("rust", logic.resolve("src/main/resources/modules").resolve(ROUTER));
        try (var folders = Files.list(logic)) {
            var others = folders.sorted()
                    .map(folder -> new Language(
                            folder.getFileName().toString(),
                            folder.resolve("modules").resolve(ROUTER)))
                    .filter(language -> Files.exists(language.router));
            return Stream.concat(Stream.of(rust), others).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + logic, e);
        }
    }
}
