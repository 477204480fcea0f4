package dev.orderwave.servicebus.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.Settlement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cuts the life of a journal off after every single write, and in the middle of it.
class CrashPointsTest {
    private static final long SEED = Long.getLong("orderwave.seed", System.nanoTime());
    private static final int COMMITS = 250;
    private static final QueueConfig CONFIG = QueueConfig.named("orders");

    private final Random random = new Random(SEED);
    private final Path folder;
    private final List<Write> writes = new ArrayList<>();
    private final List<List<String>> states = new ArrayList<>();

    /// @param commits how many were complete before it
    private record Write(RecordingDisk.Change change, int commits) {}

    CrashPointsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whenever_the_process_dies_the_last_commit_is_there_or_the_one_it_was_making() throws IOException {
        System.out.println("Crash points by -Dorderwave.seed=" + SEED);
        live();

        var disk = Files.createDirectories(folder.resolve("disk")).resolve(JournalFile.NAME);
        try (var file = FileChannel.open(disk, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var write : writes) {
                if (!write.change().isTruncation()) {
                    write.change().torn().applyTo(file);
                    assertNothingLost(disk, write.commits());
                }
                write.change().applyTo(file);
                assertNothingLost(disk, write.commits());
            }
        }
    }

    private void live() {
        FilePath.register(new RecordingDisk());
        RecordingDisk.onChange(change -> writes.add(new Write(change, states.size())));
        try (var journals =
                JournalFile.open(folder.resolve("life"), new Room(() -> Long.MAX_VALUE), RecordingDisk.SCHEME + ":")) {
            var queue = Queue.of(CONFIG, InstantSource.system(), journals);
            for (var commit = 0; commit < COMMITS; commit++) {
                var grows = commit / 50 % 2 == 0;
                for (var actions = random.nextInt(12); actions >= 0; actions--) {
                    act(queue, random.nextInt(10) < (grows ? 7 : 3));
                }
                queue.prepareCommit();
                journals.commit();
                states.add(Life.contents(queue));
            }
        } finally {
            RecordingDisk.onChange(_ -> {});
            FilePath.unregister(new RecordingDisk());
        }
    }

    private void act(Queue queue, boolean send) {
        if (send) {
            queue.enqueue(SampleMessages.ofSize(random.nextInt(1900)));
            return;
        }
        var message = queue.receive();
        if (message != null) {
            var token = message.lock().token();
            queue.settle(
                    token,
                    random.nextInt(20) == 0 ? new Settlement.DeadLetter("some stay", null) : new Settlement.Complete());
        }
    }

    private void assertNothingLost(Path disk, int commits) throws IOException {
        if (commits == 0 || commits == states.size()) {
            return;
        }
        var left = folder.resolve("left");
        Files.createDirectories(left);
        Files.copy(disk, left.resolve(JournalFile.NAME), StandardCopyOption.REPLACE_EXISTING);
        try (var journals = JournalFile.open(left)) {
            assertThat(Life.contents(Queue.of(CONFIG, InstantSource.system(), journals)))
                    .as("after %d commits", commits)
                    .isIn(states.get(commits - 1), states.get(commits));
        }
    }
}
