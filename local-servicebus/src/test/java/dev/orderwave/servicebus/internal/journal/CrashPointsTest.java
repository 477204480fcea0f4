package dev.orderwave.servicebus.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.internal.queue.JournalException;
import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cuts the life of a journal off after every single write, and in the middle of it; and takes every write away
/// again that a commit was made of.
class CrashPointsTest {
    private static final long SEED = Long.getLong("orderwave.seed", System.nanoTime());
    private static final int COMMITS = 250;
    private static final QueueConfig CONFIG = QueueConfig.named("orders");

    private final Random random = new Random(SEED);
    private final Path folder;
    private final Path disk;
    private final List<Write> writes = new ArrayList<>();
    private final List<List<String>> states = new ArrayList<>();

    /// @param commits how many were complete before it
    private record Write(RecordingDisk.Change change, int commits) {}

    CrashPointsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.disk = Files.createDirectories(folder.resolve("disk"));
    }

    @Test
    void whenever_the_process_dies_the_last_commit_is_there_or_the_one_it_was_making() throws IOException {
        live();

        for (var write : writes) {
            if (!write.change().isTruncation()) {
                write.change().torn().applyTo(disk);
                assertNothingLost(write.commits());
            }
            write.change().applyTo(disk);
            assertNothingLost(write.commits());
        }
    }

    @Test
    void whatever_the_disk_loses_of_a_commit_nobody_gets_the_one_before() throws IOException {
        live();

        var refusals = 0;
        for (var commit = 0; commit < COMMITS; commit++) {
            var made = changes(commit);
            for (var lost : made) {
                if (lost.file().equals(JournalFile.NAME) && !lost.isTruncation() && isRefused(made, lost, commit)) {
                    refusals++;
                }
            }
            apply(made, disk);
        }
        assertThat(refusals).as("every commit has a write it cannot do without").isGreaterThanOrEqualTo(COMMITS);
    }

    private void live() {
        System.out.println("Crash points by -Dorderwave.seed=" + SEED);
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

    private void assertNothingLost(int commits) throws IOException {
        if (commits == 0 || commits == states.size()) {
            return;
        }
        assertThat(contents(copyOfDisk()))
                .as("after %d commits", commits)
                .isIn(states.get(commits - 1), states.get(commits));
    }

    private boolean isRefused(List<RecordingDisk.Change> made, RecordingDisk.Change lost, int commit)
            throws IOException {
        var left = copyOfDisk();
        apply(made, left);
        lost.erased().applyTo(left);
        try {
            assertThat(contents(left)).as("commit %d without %s", commit, lost).isEqualTo(states.get(commit));
            return false;
        } catch (JournalException e) {
            return true;
        }
    }

    private List<RecordingDisk.Change> changes(int commit) {
        return writes.stream()
                .filter(write -> write.commits() == commit)
                .map(Write::change)
                .toList();
    }

    private static void apply(List<RecordingDisk.Change> changes, Path target) throws IOException {
        for (var change : changes) {
            change.applyTo(target);
        }
    }

    private Path copyOfDisk() throws IOException {
        var left = Files.createDirectories(folder.resolve("left"));
        for (var file : List.of(JournalFile.NAME, Mark.NAME)) {
            Files.deleteIfExists(left.resolve(file));
            if (Files.exists(disk.resolve(file))) {
                Files.copy(disk.resolve(file), left.resolve(file));
            }
        }
        return left;
    }

    private static List<String> contents(Path journal) {
        try (var journals = JournalFile.open(journal)) {
            return Life.contents(Queue.of(CONFIG, InstantSource.system(), journals));
        }
    }
}
