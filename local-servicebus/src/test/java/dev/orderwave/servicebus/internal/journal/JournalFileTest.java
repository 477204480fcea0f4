package dev.orderwave.servicebus.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.internal.queue.JournalException;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final QueueConfig CONFIG = QueueConfig.named("orders");
    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final Path file;
    private final Path mark;

    JournalFileTest(@TempDir Path root) {
        folder = root.resolve("journal");
        file = folder.resolve(JournalFile.NAME);
        mark = folder.resolve(Mark.NAME);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Files.createFile(folder);

        assertThatThrownBy(() -> JournalFile.open(folder.resolve("below-a-file")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(folder.resolve("below-a-file").toString())
                .hasMessageContaining("choose another");
    }

    @Test
    void a_file_that_cannot_be_written_is_named() throws IOException {
        Files.createDirectories(file);

        assertThatThrownBy(() -> JournalFile.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("permissions");
    }

    @Test
    void a_journal_belongs_to_one_bus_at_a_time() {
        try (var first = JournalFile.open(folder)) {
            first.commit();

            assertThatThrownBy(() -> JournalFile.open(folder))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use");
        }
        JournalFile.open(folder).close();
    }

    @Test
    void a_file_that_is_no_journal_is_refused_and_left_alone() throws IOException {
        Files.createDirectories(folder);
        Files.write(file, new byte[20_000]);

        assertThatThrownBy(() -> JournalFile.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("move it away");
        assertThat(file).hasBinaryContent(new byte[20_000]);
    }

    @Test
    void a_message_that_is_not_as_it_was_written_is_never_delivered() throws IOException {
        fill(100);
        var seed = new Random(7);
        for (var damage = 0; damage < 20; damage++) {
            var sound = Files.readAllBytes(file);
            flipByte(seed.nextInt(sound.length / 4, sound.length));
            var damaged = Files.readAllBytes(file);

            try (var journals = JournalFile.open(folder)) {
                assertThat(Queue.of(CONFIG, InstantSource.system(), journals).peek(0, 1000))
                        .as("not hit: it was space that is free")
                        .hasSize(100);
            } catch (JournalException e) {
                assertThat(e).hasMessageContaining("damaged");
                assertThat(file).hasBinaryContent(damaged);
            }
            Files.write(file, sound);
        }
    }

    @Test
    void a_journal_that_ends_before_what_clients_were_told_is_refused_and_left_alone() throws IOException {
        fill(100);
        var earlier = Files.readAllBytes(file);
        fill(1);
        Files.write(file, earlier);

        assertThatThrownBy(() -> JournalFile.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("clients were told of commit")
                .hasMessageContaining("remove " + mark);
        assertThat(file).hasBinaryContent(earlier);

        Files.delete(mark);
        assertThat(messages()).as("the operator's own decision").isEqualTo(100);
    }

    @Test
    void a_journal_that_became_empty_is_refused() throws IOException {
        fill(100);
        Files.write(file, new byte[0]);

        assertThatThrownBy(() -> JournalFile.open(folder)).hasMessageContaining("ends at commit 0");
    }

    @Test
    void a_journal_that_was_moved_away_is_forgotten_with_its_mark() throws IOException {
        fill(100);
        Files.delete(file);

        assertThat(messages()).isZero();
        fill(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void a_mark_that_is_not_as_it_was_written_is_named() throws IOException {
        fill(100);
        Files.write(mark, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> JournalFile.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(mark.toString())
                .hasMessageContaining("remove it");
    }

    @Test
    void no_more_messages_come_in_when_the_disk_is_nearly_full() {
        try (var journals = JournalFile.open(folder, new Room(() -> 63 * MEGABYTE), "")) {
            assertThat(journals.of("orders").hasRoom()).isFalse();
        }
        try (var journals = JournalFile.open(folder, new Room(() -> 64 * MEGABYTE), "")) {
            assertThat(journals.of("orders").hasRoom()).isTrue();
        }
    }

    @Test
    void the_file_of_a_queue_that_is_drained_is_small_however_much_went_through_it() throws IOException {
        try (var journals = JournalFile.open(folder)) {
            var queue = Queue.of(CONFIG, InstantSource.system(), journals);
            var largest = 0L;
            for (var wave = 0; wave < 10; wave++) {
                for (var turn = 0; turn < 100; turn++) {
                    for (var message = 0; message < 10; message++) {
                        queue.enqueue(SampleMessages.ofSize(1500));
                    }
                    commit(queue, journals);
                }
                largest = Math.max(largest, Files.size(file));
                while (queue.receiveAndDelete() != null) {
                    commit(queue, journals);
                }
            }

            assertThat(largest).as("1.5 MB of messages at a time").isLessThan(16 * MEGABYTE);
            assertThat(Files.size(file)).isLessThan(9 * MEGABYTE);
        }
    }

    private void fill(int messages) {
        try (var journals = JournalFile.open(folder)) {
            var queue = Queue.of(CONFIG, InstantSource.system(), journals);
            for (var message = 0; message < messages; message++) {
                queue.enqueue(SampleMessages.ofSize(1500));
            }
            commit(queue, journals);
        }
    }

    private int messages() {
        try (var journals = JournalFile.open(folder)) {
            return Queue.of(CONFIG, InstantSource.system(), journals)
                    .peek(0, 1000)
                    .size();
        }
    }

    private static void commit(Queue queue, JournalFile journals) {
        queue.prepareCommit();
        journals.commit();
    }

    private void flipByte(int position) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var octet = ByteBuffer.allocate(1);
            channel.read(octet, position);
            octet.put(0, (byte) ~octet.get(0));
            channel.write(octet.rewind(), position);
        }
    }
}
