package dev.orderwave.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderwave.processes.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An unpacked image, run as a container would be: another root, which cannot be written, and a user without rights.
///
/// The base image is not here; this machine's C library is in its place.
final class ContainerRoot {
    /// Binds the root to itself, because only a mount can be made read-only.
    private static final String ENTER = """
            mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" &&
            mount -t proc proc "$0/proc" && mount --bind /dev "$0/dev" &&
            exec chroot --userspec="$1" "$0" "${@:2}"
            """;

    private static final Pattern LIBRARY = Pattern.compile("(/\\S+)\\s+\\(0x");

    private final Path root;
    private final JsonNode configuration;

    private ContainerRoot(Path root, JsonNode configuration) {
        this.root = root;
        this.configuration = configuration;
    }

    /// A test that asks for it is skipped for users who may not mount.
    ///
    /// @param root a folder with the image's files
    static ContainerRoot of(Path root, JsonNode configuration) {
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "to change the root and the user one must be root, or in a container where one is: run this test there");
        try {
            Files.createDirectories(root.resolve("proc"));
            Files.createDirectories(root.resolve("dev"));
            for (var library : libraries(root.resolve("opt/java/lib/server/libjvm.so"))) {
                var copy = root.resolve(library.substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(Path.of(library), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be made a root".formatted(root), e);
        }
        return new ContainerRoot(root, configuration);
    }

    /// Starts what the image starts.
    ///
    /// @param environment added to the image's own
    ChildProcess start(Map<String, String> environment, Path log, String... arguments) {
        var variables = new HashMap<String, String>();
        strings("/config/Env").map(variable -> variable.split("=", 2)).forEach(pair -> variables.put(pair[0], pair[1]));
        variables.putAll(environment);
        var command = Stream.of(
                        Stream.of("unshare", "--mount", "bash", "-c", ENTER, root.toString()),
                        Stream.of(configuration.at("/config/User").asText()),
                        strings("/config/Entrypoint"),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
        return ChildProcess.start("container", command, variables, root, log);
    }

    private Stream<String> strings(String pointer) {
        return StreamSupport.stream(configuration.at(pointer).spliterator(), false)
                .map(JsonNode::asText);
    }

    private static List<String> libraries(Path program) throws IOException {
        var ldd = new ProcessBuilder("ldd", program.toString()).start();
        return LIBRARY.matcher(new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
