package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.internal.queue.Journal;
import dev.orderwave.servicebus.internal.queue.JournalException;
import dev.orderwave.servicebus.internal.queue.Journals;
import dev.orderwave.servicebus.internal.queue.MessageRecord;
import dev.orderwave.servicebus.internal.queue.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.store.fs.FilePath;

/// The journals of a bus in one file of a folder.
///
/// A commit is in the file when it returns, written by the thread that asked for it: the store's own background writer
/// stays off. The operating system has it then, so that the end of the process loses nothing. It is not forced onto
/// the disk, so the end of the machine may lose the last seconds.
public final class JournalFile implements Journals {
    static final String NAME = "messages.mv";
    /// The store makes its pages as large as suits its cache: 8 kB, a few messages each.
    private static final int CACHE_MB = 2;
    /// A commit is made in memory as a whole, and takes several times its size there.
    private static final int LARGE_COMMIT_BYTES = 4 * 1024 * 1024;

    private final Path file;
    private final Room room;
    private final MVStore store;
    private final Mark mark;
    private final MVMap<String, Totals> totals;
    private final Map<String, FileJournal> journals = new HashMap<>();
    private final Space space;

    private JournalFile(Path file, Room room, MVStore store, Mark mark) {
        this.file = file;
        this.room = room;
        this.store = store;
        this.mark = mark;
        this.space = new Space(store);
        this.totals = store.openMap(
                "totals",
                new MVMap.Builder<String, Totals>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(new TotalsType()));
    }

    /// Opens the journals in a folder, which is made if it is not there.
    ///
    /// @throws JournalException if they cannot be used; its message is one line that says what to do
    public static JournalFile open(Path folder) {
        return open(folder, folder.toFile()::getUsableSpace);
    }

    /// @param usableBytes how much more the folder's disk takes
    public static JournalFile open(Path folder, LongSupplier usableBytes) {
        return open(folder, new Room(usableBytes), "");
    }

    /// @param fileSystem prefix of the file's name by which the store finds another way to the disk than its own
    static JournalFile open(Path folder, Room room, String fileSystem) {
        var file = folder.toAbsolutePath().normalize().resolve(NAME);
        var markFile = file.resolveSibling(Mark.NAME);
        try {
            Files.createDirectories(file.getParent());
            if (Files.notExists(file)) {
                // Of a journal that was moved away.
                Files.deleteIfExists(markFile);
            }
        } catch (IOException e) {
            throw Refusals.noFolder(folder, e);
        }
        var store = openStore(file, fileSystem);
        try {
            return new JournalFile(file, room, store, openMark(FilePath.get(fileSystem + markFile), file, store));
        } catch (JournalException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private static MVStore openStore(Path file, String fileSystem) {
        try {
            return new MVStore.Builder()
                    .fileName(fileSystem + file)
                    .cacheSize(CACHE_MB)
                    .autoCommitDisabled()
                    // Or the store commits by itself, between two changes that belong together.
                    .autoCommitBufferSize(0)
                    .open();
        } catch (MVStoreException e) {
            throw Refusals.notOpened(file, e);
        }
    }

    private static Mark openMark(FilePath markFile, Path file, MVStore store) {
        try {
            var mark = Mark.open(markFile);
            var marked = mark.read();
            if (store.getCurrentVersion() < marked) {
                mark.close();
                throw Refusals.endsEarly(file, store.getCurrentVersion(), marked);
            }
            return mark;
        } catch (IOException e) {
            throw Refusals.noMark(file, e);
        }
    }

    @Override
    public Journal of(String entity) {
        return journals.computeIfAbsent(entity, this::openJournal);
    }

    @Override
    public boolean isCommitDue() {
        var bytes = 0L;
        for (var journal : journals.values()) {
            bytes += journal.changedBytes();
        }
        return bytes >= LARGE_COMMIT_BYTES;
    }

    @Override
    public void commit() {
        try {
            journals.values().forEach(FileJournal::apply);
            if (store.commit() >= 0) {
                space.committed();
                mark.write(store.getCurrentVersion());
            }
        } catch (MVStoreException | IOException e) {
            throw Refusals.notWritten(file, e);
        }
    }

    @Override
    public void close() {
        store.close();
        mark.close();
    }

    private FileJournal openJournal(String entity) {
        var messages = store.openMap(
                "messages " + entity,
                new MVMap.Builder<Long, MessageRecord>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(new MessageRecordType()));
        return new FileJournal(entity, messages, totals, room);
    }
}
