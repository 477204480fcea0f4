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
                (container, blob, written) -> wave.find(new BlobName(blob).orderId())
                        .<Evidence>map(order -> delivered(order, outbox, container, blob, written))
                        .orElseGet(() ->
                                new Evidence.Unexpected(path(container, blob), "no order of this wave has this id")));
    }

    private static Evidence delivered(
            Order order, Outbox outbox, BlobContainer container, String blob, Instant written) {
        var path = path(container, blob);
        if (outbox != Outbox.of(order.delivery())) {
            return new Evidence.Misrouted(order.orderId(), path);
        }
        return container
                .read(blob)
                .map(document -> DocumentCheck.fault(order, document))
                .orElseThrow(() -> vanished(path))
                .<Evidence>map(difference -> new Evidence.Corrupted(order.orderId(), path, outbox, written, difference))
                .orElseGet(() -> new Evidence.Intact(order.orderId(), path, outbox, written));
    }

    private List<Evidence> rejections() {
        return inspect(Rejection.CONTAINER, (container, blob, _) -> {
            var path = path(container, blob);
            var entry = container.read(blob).orElseThrow(() -> vanished(path));
            return Rejection.parse(entry)
                    .map(rejection -> rejected(rejection, path))
                    .orElseGet(() -> new Evidence.Unexpected(path, "it names no message"));
        });
    }

    private Evidence rejected(Rejection rejection, String path) {
        return wave.find(rejection.messageId())
                .<Evidence>map(order -> new Evidence.Rejected(order.orderId(), path, rejection.reason()))
                .orElseGet(() ->
                        new Evidence.Unexpected(path, "message " + rejection.messageId() + " is not of this wave"));
    }

    private List<Evidence> inspect(String containerName, Inspector inspector) {
        var container = storage.container(containerName);
        Function<StoredBlob, Evidence> inspectRecent = blob -> blob.firstWritten(since)
                .map(written -> inspector.inspect(container, blob.name(), written))
                .orElseGet(() -> new Evidence.Unexpected(path(container, blob.name()), "written before this wave"));
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
        Evidence inspect(BlobContainer container, String blob, Instant written);
    }
}
