package dev.orderwave.deploy;

import dev.orderwave.processes.ToolCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A program that `./orderwave` builds from a Go module.
///
/// @param program its name on the PATH and in the cache; `$NAME`, in capitals, points to another one
/// @param cache the cache's folder, without the version
record PinnedTool(String program, GoPin pin, String cache) {
    /// A tool that has a folder in `tools` and one in the cache for itself.
    static PinnedTool of(String name, String module) {
        return new PinnedTool(name, new GoPin(name, module), name);
    }

    /// Where it is, by its variable, on the PATH, or built; empty if it is nowhere.
    Optional<Path> find() {
        var named = Stream.ofNullable(System.getenv(variable())).map(Path::of);
        var onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program));
        return Stream.of(named, onPath, Stream.of(built()))
                .flatMap(candidates -> candidates)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The one that was built, in the version that is pinned: for programs that must fit to each other.
    ///
    /// @throws IllegalStateException if it was not built
    Path pinned(String command) {
        if (!Files.isExecutable(built())) {
            throw new IllegalStateException(
                    "%s is missing: '%s' builds it, which needs Go".formatted(built(), command));
        }
        return built();
    }

    /// What to say where it is missing.
    ///
    /// @param command the one that builds it
    String advice(String command) {
        return "%s was not found by $%s, on the PATH or at %s: '%s' builds it from its Go module, which needs Go"
                .formatted(program, variable(), built(), command);
    }

    private Path built() {
        return ToolCache.folder(cache + "-" + pin.version()).resolve(program);
    }

    private String variable() {
        return program.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
