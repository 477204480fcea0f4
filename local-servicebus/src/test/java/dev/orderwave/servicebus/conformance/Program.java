package dev.orderwave.servicebus.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opentest4j.AssertionFailedError;

/// Runs another program of this machine to its end and tells what it said, as the failure's message if it fails.
final class Program {
    private static final long PATIENCE_MINUTES = 5;
    private static final Path TOOLS = Path.of("src", "test").toAbsolutePath();

    private Program() {}

    /// Skips the test if the program is not there to be run.
    static void assumePresent(String program, String why) throws InterruptedException {
        var present = false;
        try {
            var process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            present = process.waitFor() == 0;
        } catch (IOException e) {
            // Not there, then.
        }
        assumeTrue(present, program + " is missing on this machine: " + why);
    }

    /// Where the SDKs of other languages are kept between builds.
    static Path cache(String name) throws IOException {
        var base = System.getenv("XDG_CACHE_HOME");
        var caches = base == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return Files.createDirectories(
                caches.resolve("orderwave").resolve("sdk-tests").resolve(name));
    }

    static Path testFile(String language, String name) {
        return TOOLS.resolve(language).resolve(name);
    }

    static String run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("program", ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            var said = Files.readString(output, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new AssertionFailedError(
                        String.join(" ", command) + (ended ? " failed:\n" : " did not end:\n") + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }
}
