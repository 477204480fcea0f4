package dev.orderwave.ledger.cli;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.ledger.OrderIds;
import dev.orderwave.ledger.StoredOrderIds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which orders there should be. Without an option it is the data set that the load stored.
final class ExpectedOrders {

    @Option(
            names = "--orders",
            paramLabel = "RANGES",
            description = "Instead of the stored data set: 1-10000, or 1-500,900,1000-2000.")
    private @Nullable String ranges;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Instead of the stored data set: a file with one id per line; - reads them from the input.")
    private @Nullable Path file;

    @Option(
            names = "--everything",
            description = "For want of a list: tell where everything is. What was lost does not show.")
    private boolean everything;

    boolean areUnknown() {
        return everything;
    }

    /// @throws IllegalArgumentException if they were named in a way that names none
    OrderIds read(BlobStorage storage) {
        if (ranges != null) {
            return OrderIds.parse(ranges);
        }
        return file == null ? new StoredOrderIds(storage).load() : readLines(file);
    }

    private static OrderIds readLines(Path file) {
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return OrderIds.ofLines(lines.lines());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException("--ids " + file + " cannot be read: " + unreadable, unreadable);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return file.toString().equals("-") ? System.in : Files.newInputStream(file);
    }
}
