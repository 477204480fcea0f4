package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderwave.loadgen.order.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Turns every file of two outboxes that are folders into evidence.
///
/// Dapr's local storage takes another metadata key for a name than blob storage does, and so names what it is given at
/// random. Which order a file is of stands in the file.
record FolderInspection(Path outboxes, Wave wave, Instant since) {
    private static final ObjectMapper JSON = new ObjectMapper();

    List<Evidence> evidence() {
        return Stream.of(Outbox.values())
                .flatMap(outbox -> files(outbox).stream().map(file -> evidence(outbox, file)))
                .toList();
    }

    private Evidence evidence(Outbox outbox, Path file) {
        var name = outbox.container() + "/" + file.getFileName();
        try {
            var written = Files.getLastModifiedTime(file).toInstant();
            if (written.isBefore(since)) {
                return new Evidence.Unexpected(name, "written before this wave");
            }
            var document = Files.readAllBytes(file);
            return wave.find(orderId(document))
                    .<Evidence>map(order -> delivered(order, outbox, name, document, written))
                    .orElseGet(() -> new Evidence.Unexpected(name, "it names no order of this wave"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " was written to an outbox and cannot be read", unreadable);
        }
    }

    private static Evidence delivered(Order order, Outbox outbox, String name, byte[] document, Instant written) {
        if (outbox != Outbox.of(order.delivery())) {
            return new Evidence.Misrouted(order.orderId(), name);
        }
        return DocumentCheck.fault(order, document)
                .<Evidence>map(fault -> new Evidence.Corrupted(order.orderId(), name, outbox, written, fault))
                .orElseGet(() -> new Evidence.Intact(order.orderId(), name, outbox, written));
    }

    /// Empty if the file does not say.
    private static String orderId(byte[] document) {
        try {
            return JSON.readTree(document).path("orderId").asText();
        } catch (IOException invalid) {
            return "";
        }
    }

    private List<Path> files(Outbox outbox) {
        var folder = outboxes.resolve(outbox.container());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the outbox %s cannot be listed".formatted(folder), unreadable);
        }
    }
}
