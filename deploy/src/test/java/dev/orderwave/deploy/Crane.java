package dev.orderwave.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Follows a [Dockerfile] without a container engine, and unpacks what came of it.
final class Crane {
    private static final PinnedTool TOOL = PinnedTool.of("crane", "github.com/google/go-containerregistry");

    private final Path program;
    private final Path directory;

    private Crane(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /// A test that asks for it is skipped where it is absent.
    ///
    /// @param directory where layers are made
    static Crane in(Path directory) {
        var program = TOOL.find();
        assumeTrue(program.isPresent(), () -> TOOL.advice("./orderwave test --deploy"));
        return new Crane(program.orElseThrow(), directory);
    }

    /// Makes the image and pushes it. Its base is an empty one.
    ///
    /// @param context the build context
    /// @param reference such as `127.0.0.1:5000/distributor:1`
    void push(Dockerfile dockerfile, Path context, String reference) {
        var append = new ArrayList<>(List.of("append", "--new_tag", reference));
        for (var copy : dockerfile.copies()) {
            append.add("--new_layer");
            append.add(layer(context.resolve(copy.source()), copy.target()).toString());
        }
        crane(append);
        var mutate = new ArrayList<>(List.of(
                "mutate",
                reference,
                "--tag",
                reference,
                "--user",
                dockerfile.user(),
                "--workdir",
                dockerfile.directory(),
                "--entrypoint",
                String.join(",", dockerfile.entrypoint())));
        dockerfile.environment().forEach(variable -> mutate.addAll(List.of("--env", variable)));
        crane(mutate);
    }

    /// The image's configuration, as a container engine reads it.
    JsonNode configuration(String reference) {
        return json(crane(List.of("config", reference)));
    }

    /// Writes the image's files, with their times and rights, below `root`.
    void unpack(String reference, Path root) {
        var archive = directory.resolve("image.tar");
        crane(List.of("export", reference, archive.toString()));
        run(List.of("tar", "-xpf", archive.toString(), "-C", root.toString()));
    }

    private Path layer(Path source, String target) {
        try {
            var tar = Files.createTempFile(directory, "layer", ".tar");
            run(List.of(
                    "tar",
                    "--sort=name",
                    "--owner=0",
                    "--group=0",
                    "--numeric-owner",
                    "--transform=s,^\\.,%s,".formatted(target.substring(1)),
                    "-cf",
                    tar.toString(),
                    "-C",
                    source.toString(),
                    "."));
            return tar;
        } catch (IOException e) {
            throw new UncheckedIOException("no layer can be written to %s".formatted(directory), e);
        }
    }

    private String crane(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("%s failed".formatted(command));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started".formatted(command.getFirst()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an image was made", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }
}
