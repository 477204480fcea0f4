package dev.orderwave.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// What the figures were measured on; without it they say nothing to anybody else.
record Machine(int processors, String system, String java, String node) {
    /// @throws UncheckedIOException if there is no Node
    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString(),
                nodeVersion());
    }

    @Override
    public String toString() {
        return "%d processors, %s, Java %s, Node %s".formatted(processors, system, java, node);
    }

    private static String nodeVersion() {
        try (var answer = new ProcessBuilder("node", "--version").start().inputReader()) {
            return Objects.requireNonNullElse(answer.readLine(), "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException("node cannot be started; './orderwave doctor' says how to get it", e);
        }
    }
}
