package dev.orderwave.ledger;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.BlobContainer.StoredBlob;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// What modules rejected, and the way back: to the queue that the rejecting service reads.
///
/// A redrive may be stopped at any moment and started again. An entry is deleted only after the queue accepted its
/// message; a message that was sent twice has the same id and the same bytes, so it ends as the same blob. And an entry
/// is deleted only as it was read: a message that is rejected again meanwhile has written the same entry anew, and that
/// one stays.
public final class RejectedOutbox {

    /// More does not help: the local storage is one thread.
    private static final int AT_ONCE = 16;

    private final ServiceBus bus;
    private final BlobContainer container;

    private RejectedOutbox(ServiceBus bus, BlobContainer container) {
        this.bus = bus;
        this.container = container;
    }

    public static RejectedOutbox of(ServiceBus bus, BlobStorage storage) {
        return new RejectedOutbox(bus, storage.container(Stations.REJECTED_OUTBOX));
    }

    /// The entries that are meant, by name. What is no entry is none of them.
    ///
    /// @throws dev.orderwave.azure.AzureException if the outbox cannot be read
    public void forEach(Selection selection, Consumer<RejectedEntry> action) {
        onEach(candidates(selection), blob -> container.readVersion(blob).flatMap(RejectedEntry::parse))
                .flatMap(Optional::stream)
                .filter(selection::includes)
                .forEach(action);
    }

    /// Puts back the messages of the entries that are meant.
    ///
    /// @throws dev.orderwave.azure.AzureException if outbox or queue fails; what was not put back is still there
    public Redrive redrive(Selection selection, Redrive.Progress progress) {
        var blobs = candidates(selection);
        var left = new ArrayList<Redrive.Left>();
        int handled = 0;
        int done = 0;
        try (var queues = new Senders(bus)) {
            for (var outcome : (Iterable<Outcome>) onEach(blobs, blob -> putBack(blob, selection, queues))::iterator) {
                switch (outcome) {
                    case Outcome.Done _ -> done++;
                    case Outcome.NotMeant _ -> {}
                    case Outcome.Stays stays -> left.add(new Redrive.Left(stays.blob, stays.why));
                }
                handled++;
                progress.handled(handled, blobs.size());
            }
        }
        return new Redrive(done, left);
    }

    private List<String> candidates(Selection selection) {
        return container.list().stream()
                .filter(blob -> !blob.lastModified().isBefore(selection.from()))
                .map(StoredBlob::name)
                .toList();
    }

    private static <T> Stream<T> onEach(List<String> blobs, Function<String, T> deed) {
        return blobs.stream().gather(Gatherers.mapConcurrent(AT_ONCE, deed));
    }

    private Outcome putBack(String blob, Selection selection, Senders queues) {
        var version = container.readVersion(blob);
        if (version.isEmpty()) {
            return new Outcome.NotMeant();
        }
        var parsed = RejectedEntry.parse(version.get());
        if (parsed.isEmpty()) {
            return new Outcome.Stays(blob, "it is no entry: it holds no message");
        }
        var entry = parsed.get();
        if (!selection.includes(entry)) {
            return new Outcome.NotMeant();
        }
        if (!new BlobName(blob).isOf(entry.message())) {
            return new Outcome.Stays(
                    blob, "its message is not the one that its name has the hash of, so it would become another blob");
        }
        var hop = Hop.ofApp(entry.app());
        if (hop.isEmpty()) {
            return new Outcome.Stays(blob, "no service is called \"%s\"".formatted(entry.app()));
        }
        queues.send(hop.get().queue(), message(entry));
        return container.delete(version.get())
                ? new Outcome.Done()
                : new Outcome.Stays(blob, "it was rejected again, as soon as it was back");
    }

    private static ServiceBusMessage message(RejectedEntry entry) {
        var message = new ServiceBusMessage(BinaryData.fromBytes(entry.message()));
        entry.messageId().ifPresent(message::setMessageId);
        return message;
    }

    private sealed interface Outcome {
        record Done() implements Outcome {}

        record NotMeant() implements Outcome {}

        record Stays(String blob, String why) implements Outcome {}
    }
}
