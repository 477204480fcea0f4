package dev.orderwave.deploy;

import dev.orderwave.processes.ToolCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program that `./orderwave` builds from a Go module, and whose version only the `go.mod` in `tools` says.
///
/// @param program its name on the PATH and in the cache; `$NAME`, in capitals, points to another one
/// @param pin the folder in `tools`
/// @param module the Go module that it is in
/// @param cache the cache's folder, without the version
record PinnedTool(String program, String pin, String module, String cache) {
    /// A tool whose program, pin and cache have one name.
    static PinnedTool of(String name, String module) {
        return new PinnedTool(name, name, module, name);
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

    /// What to say where it is missing.
    ///
    /// @param command the one that builds it
    String advice(String command) {
        return "%s was not found by $%s, on the PATH or at %s: '%s' builds it from its Go module, which needs Go"
                .formatted(program, variable(), built(), command);
    }

    String version() {
        return pinned();
    }

    private Path built() {
        return ToolCache.folder(cache + "-" + version()).resolve(program);
    }

    private String variable() {
        return program.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String pinned() {
        var file = Checkout.find().pin(pin);
        try {
            var line = Pattern.compile("(?m)^(?:require )?\\s*%s v(\\S+)".formatted(Pattern.quote(module)))
                    .matcher(Files.readString(file));
            if (!line.find()) {
                throw new IllegalStateException("%s does not require %s".formatted(file, module));
            }
            return line.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }
}
