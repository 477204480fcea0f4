package dev.orderwave.loadgen.verify;

import static dev.orderwave.loadgen.order.Delivery.EXPRESS;
import static dev.orderwave.loadgen.order.Delivery.STANDARD;
import static dev.orderwave.loadgen.verify.Documents.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.order.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInspectionTest {

    private static final Order ONE = order(1, EXPRESS);
    private static final Order TWO = order(2, STANDARD);

    @TempDir
    private Path outboxes;

    @Test
    void files_of_any_name_make_a_clean_wave_if_each_order_has_one() throws IOException {
        write("express-outbox/8f14e45f", Documents.right(ONE));
        write("standard-outbox/c9f0f895", Documents.right(TWO));

        assertThat(verdict().isClean()).isTrue();
        assertThat(verdict().intact()).isEqualTo(2);
    }

    @Test
    void an_order_without_a_file_is_lost_and_one_with_two_is_duplicated() throws IOException {
        write("express-outbox/a", Documents.right(ONE));
        write("express-outbox/b", Documents.right(ONE));

        assertThat(verdict().duplicated().count()).isEqualTo(1);
        assertThat(verdict().lost().examples()).extracting(Finding::subject).containsExactly("order 2");
    }

    @Test
    void a_file_in_the_wrong_outbox_is_misrouted_and_a_wrong_one_corrupted() throws IOException {
        write("standard-outbox/a", Documents.right(ONE));
        write("standard-outbox/b", Documents.altered(TWO, document -> document.put("lastName", "Smith")));

        assertThat(verdict().misrouted().count()).isEqualTo(1);
        assertThat(verdict().corrupted().count()).isEqualTo(1);
    }

    @Test
    void a_file_that_names_no_order_of_the_wave_is_nobodys() throws IOException {
        write("express-outbox/a", Documents.right(ONE));
        write("standard-outbox/b", Documents.right(TWO));
        write("express-outbox/c", Documents.right(order(3, EXPRESS)));
        write("express-outbox/d", Documents.bytes("no JSON"));

        assertThat(verdict().unexpected().count()).isEqualTo(2);
        assertThat(verdict().isClean()).isTrue();
    }

    private WaveVerification verdict() {
        return WaveVerifier.ofFolder(outboxes).verify(List.of(ONE, TWO));
    }

    private void write(String name, byte[] document) throws IOException {
        var file = outboxes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, document);
    }
}
