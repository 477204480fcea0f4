package dev.orderwave.benchmarks.logic;

import dev.orderwave.benchmarks.logic.Contestant.Yardstick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program that prints a line for each sample: nanoseconds of processor time for one order.
record ProgramYardstick(List<String> command) implements Yardstick {

    ProgramYardstick {
        command = List.copyOf(command);
    }

    @Override
    public double nanosPerOrder() {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return Samples.median(
                    output.lines().mapToDouble(Double::parseDouble).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
    }
}
