package dev.orderwave.loadgen.verify;

import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobContainer.StoredBlob;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.ledger.BlobName;
import dev.orderwave.loadgen.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Turns every blob of the three outboxes into evidence. Each container is listed once; only blobs that can
/// belong to the wave are downloaded, a few at a time.
final class Inspection {

    /// More does not help: the local storage is one thread, and Azure answers 16 well within a client's sockets.
    private static final int DOWNLOADS_AT_ONCE = 16;

    private final BlobStorage storage;
    private final Wave wave;
    private final Instant since;

    Inspection(BlobStorage storage, Wave wave, Instant since) {
        this.storage = storage;
        this.wave = wave;
        this.since = since;
    }

    List<Evidence> evidence() {
        return Stream.of(outbox(Outbox.EXPRESS), outbox(Outbox.STANDARD), rejections())
                .flatMap(List::stream)
                .toList();
    }

    private List<Evidence> outbox(Outbox outbox) {
        return inspect(
                outbox.container(),
                (container, name) -> wave.find(new BlobName(name).orderId())
                        .<Evidence>map(order -> delivered(order, outbox, container, name))
                        .orElseGet(() ->
                                new Evidence.Unexpected(path(container, name), "no order of this wave has this id")));
    }

    private static Evidence delivered(Order order, Outbox outbox, BlobContainer container, String name) {
        var path = path(container, name);
        if (outbox != Outbox.of(order.delivery())) {
            return new Evidence.Misrouted(order, path);
        }
        return container
                .read(name)
                .map(document -> DocumentCheck.fault(order, document))
                .orElseThrow(() -> vanished(path))
                .<Evidence>map(difference -> new Evidence.Corrupted(order, path, difference))
                .orElseGet(() -> new Evidence.Intact(order, path));
    }

    private List<Evidence> rejections() {
        return inspect(Rejection.CONTAINER, (container, name) -> {
            var path = path(container, name);
            var entry = container.read(name).orElseThrow(() -> vanished(path));
            return Rejection.parse(entry)
                    .map(rejection -> rejected(rejection, path))
                    .orElseGet(() -> new Evidence.Unexpected(path, "it names no message"));
        });
    }

    private Evidence rejected(Rejection rejection, String path) {
        return wave.find(rejection.messageId())
                .<Evidence>map(order -> new Evidence.Rejected(order, path, rejection.reason()))
                .orElseGet(() ->
                        new Evidence.Unexpected(path, "message " + rejection.messageId() + " is not of this wave"));
    }

    private List<Evidence> inspect(String containerName, Inspector inspector) {
        var container = storage.container(containerName);
        Function<StoredBlob, Evidence> inspectRecent =
                blob -> blob.lastModified().isBefore(since)
                        ? new Evidence.Unexpected(path(container, blob.name()), "written before this wave")
                        : inspector.inspect(container, blob.name());
        return container.list().stream()
                .gather(Gatherers.mapConcurrent(DOWNLOADS_AT_ONCE, inspectRecent))
                .toList();
    }

    private static IllegalStateException vanished(String path) {
        return new IllegalStateException(path + " was deleted while the wave was verified: verify again");
    }

    private static String path(BlobContainer container, String blob) {
        return container.name() + "/" + blob;
    }

    /// Looks at one blob of a container.
    @FunctionalInterface
    private interface Inspector {
        Evidence inspect(BlobContainer container, String blob);
    }
}
