package dev.orderwave.benchmarks.logic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// A language that the router is written in, and the module that was built from it.
record Language(String name, Path router) {

    private static final String ROUTER = "order-router.wasm";

    /// What the others are compared with: the language that most modules elsewhere are written in.
    private static final String FIRST = "rust";

    /// Every language with a checked-in router, Rust first.
    static List<Language> all(Path root) {
        var logic = root.resolve("order-logic");
        try (var folders = Files.list(logic)) {
            return folders.sorted()
                    .map(folder -> new Language(
                            folder.getFileName().toString(),
                            folder.resolve("modules").resolve(ROUTER)))
                    .filter(language -> Files.exists(language.router))
                    .sorted(Comparator.comparing(language -> !language.name.equals(FIRST)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + logic, e);
        }
    }
}
