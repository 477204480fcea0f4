package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.internal.queue.Journal;
import dev.orderwave.servicebus.internal.queue.MessageRecord;
import dev.orderwave.servicebus.internal.queue.Totals;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;

/// The journal of one queue: its messages in the file, and its changes since the last commit. What comes and goes
/// between two commits never gets into the file.
final class FileJournal implements Journal {
    private static final int CHANGE_BYTES = 128;
    private final String entity;
    private final MVMap<Long, MessageRecord> messages;
    private final MVMap<String, Totals> totals;
    private final Room room;
    private final TreeMap<Long, Optional<MessageRecord>> changes = new TreeMap<>();
    private long changedBytes;

    FileJournal(String entity, MVMap<Long, MessageRecord> messages, MVMap<String, Totals> totals, Room room) {
        this.entity = entity;
        this.messages = messages;
        this.totals = totals;
        this.room = room;
    }

    @Override
    public Totals totals() {
        return reading(() -> totals.getOrDefault(entity, Totals.NONE));
    }

    @Override
    public void replay(Consumer<MessageRecord> consumer) {
        reading(() -> {
            messages.values().forEach(consumer);
            return messages;
        });
    }

    @Override
    public void put(MessageRecord message) {
        changes.put(message.sequenceNumber(), Optional.of(message));
        changedBytes += CHANGE_BYTES + message.message().length;
    }

    @Override
    public void remove(long sequenceNumber) {
        changes.put(sequenceNumber, Optional.empty());
        changedBytes += CHANGE_BYTES;
    }

    @Override
    public void put(Totals now) {
        totals.put(entity, now);
    }

    @Override
    public boolean hasRoom() {
        return room.isLeft();
    }

    /// Brings the changes into the file's maps, for the commit that follows.
    void apply() {
        changes.forEach((sequenceNumber, message) -> message.ifPresentOrElse(
                kept -> messages.put(sequenceNumber, kept), () -> messages.remove(sequenceNumber)));
        changes.clear();
        changedBytes = 0;
    }

    /// About how much memory the changes take that are not in the file's maps yet.
    long changedBytes() {
        return changedBytes;
    }

    /// What cannot be read is not touched either: the store is let go without a write.
    private <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (MVStoreException e) {
            var store = messages.getStore();
            store.closeImmediately();
            throw Refusals.damaged(Path.of(store.getFileStore().getFileName()), e);
        }
    }
}
