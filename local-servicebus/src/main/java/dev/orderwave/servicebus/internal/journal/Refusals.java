package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.internal.queue.JournalException;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Says in one line what is wrong with a journal, and what to do.
final class Refusals {
    private Refusals() {}

    static JournalException noFolder(Path folder, Exception cause) {
        return new JournalException(
                "the journal's folder " + folder + " cannot be made (" + cause + "): choose another one", cause);
    }

    static JournalException notOpened(Path file, MVStoreException cause) {
        return switch (cause.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new JournalException(
                        "the journal " + file
                                + " is in use: stop the local-servicebus that uses it, or choose another folder",
                        cause);
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
                new JournalException(
                        "the journal " + file + " cannot be opened for writing (" + root(cause)
                                + "): see to its permissions and the room on its disk, or choose another folder",
                        cause);
            default -> damaged(file, cause);
        };
    }

    static JournalException damaged(Path file, Throwable cause) {
        return new JournalException(
                "the journal " + file + " is damaged (" + root(cause)
                        + "): put a sound copy in its place, or move it away to start with empty queues",
                cause);
    }

    static JournalException endsEarly(Path file, long commit, long marked) {
        return new JournalException("the journal " + file + " is damaged (it ends at commit " + commit
                + ", and clients were told of commit " + marked
                + "): put a sound copy of its folder in its place, or remove "
                + file.resolveSibling(Mark.NAME) + " to go on without what is missing");
    }

    static JournalException noMark(Path file, Throwable cause) {
        return new JournalException(
                "the mark " + file.resolveSibling(Mark.NAME)
                        + ", which says where the journal must end, cannot be used (" + root(cause)
                        + "): see to its permissions, or remove it to go on without this check",
                cause);
    }

    static JournalException notWritten(Path file, Throwable cause) {
        return new JournalException(
                "the journal " + file + " cannot be written (" + root(cause)
                        + "): make room and start again; whatever was confirmed to a client is in it",
                cause);
    }

    private static String root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
