package dev.orderwave.benchmarks.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// What the figures were measured on; without it they say nothing to anybody else.
///
/// @param processor what Linux calls it; the architecture elsewhere
/// @param memoryGb 0 where the system does not tell
public record Machine(
        int processors, String processor, long memoryGb, String system, String java, String node, String go) {
    private static final long KB_PER_GB = 1 << 20;

    /// @throws UncheckedIOException if there is no Node or no Go
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
                Long.parseLong(field("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", "")) / KB_PER_GB,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString(),
                version("node", "--version"),
                version("go", "env", "GOVERSION"));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d x %s, %d GB, %s; Java %s, Node %s, %s",
                processors,
                processor,
                memoryGb,
                system,
                java,
                node,
                go);
    }

    private static String field(String file, String name, String otherwise) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }

    private static String version(String... command) {
        try (var answer = new ProcessBuilder(command).start().inputReader()) {
            return Objects.requireNonNullElse(answer.readLine(), "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be started; './orderwave doctor' says how to get it".formatted(command[0]), e);
        }
    }
}
