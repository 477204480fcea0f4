package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.QueuedMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/// One life of a queue on a journal. It is not closed when it ends by a kill: the next life begins with a copy of the
/// files as they are at that moment, which is what a killed process leaves.
final class Life implements AutoCloseable {
    private final Path folder;
    private final JournalFile journals;
    private final QueueConfig config;
    private final InstantSource clock;
    private final Queue queue;

    Life(Path folder, QueueConfig config, InstantSource clock) {
        this.folder = folder;
        this.config = config;
        this.clock = clock;
        this.journals = JournalFile.open(folder);
        this.queue = Queue.of(config, clock, journals);
    }

    Queue queue() {
        return queue;
    }

    void commit() {
        queue.prepareCommit();
        journals.commit();
    }

    Life killed() {
        try {
            var next = Files.createTempDirectory(folder.getParent(), "life");
            for (var file : List.of(JournalFile.NAME, Mark.NAME)) {
                Files.copy(folder.resolve(file), next.resolve(file));
            }
            close();
            return new Life(next, config, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Life stopped() {
        close();
        return new Life(folder, config, clock);
    }

    /// What the queue and its dead-letter queue hold, as receivers would be told; without a lock, as it is after a
    /// kill.
    static List<String> contents(Queue queue) {
        return List.of(queue, queue.deadLetterQueue()).stream()
                .flatMap(entity -> entity.peek(0, Integer.MAX_VALUE).stream())
                .map(QueuedMessage::encode)
                .map(encoded -> HexFormat.of()
                        .formatHex(encoded.array(), encoded.arrayOffset(), encoded.arrayOffset() + encoded.limit()))
                .toList();
    }

    @Override
    public void close() {
        journals.close();
    }
}
