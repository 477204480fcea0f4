package dev.orderwave.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.azure.BlobContainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredOrderIdsIT {

    private static final LocalAzure LOCAL = LocalAzure.start();

    private final BlobContainer testdata = LOCAL.storage().container("testdata");
    private final StoredOrderIds stored = new StoredOrderIds(LOCAL.storage());

    @AfterAll
    static void stop() {
        LOCAL.close();
    }

    @BeforeEach
    void createContainer() {
        testdata.createIfAbsent();
        for (var blob : testdata.list()) {
            testdata.delete(testdata.readVersion(blob.name()).orElseThrow());
        }
    }

    @Test
    void the_ids_of_the_stored_orders_are_read_and_nothing_else() throws IOException {
        store("{\"items\":[{\"orderId\":9}],\"orderId\":1}\n{\"orderId\":2,\"firstName\":\"Ada\"}\n", 2);

        assertThat(stored.load().ids()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void a_data_set_that_is_not_whole_is_refused() throws IOException {
        store("{\"orderId\":1}\n", 2);

        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(stored::load)
                .withMessage("testdata/orders.ndjson.gz holds 1 orders, but its manifest says 2:"
                        + " run \"loadgen generate\"");
    }

    @Test
    void without_a_data_set_it_is_told_how_else_to_name_the_orders() {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(stored::load)
                .withMessageContaining("blob testdata/orders.ndjson.gz does not exist")
                .withMessageContaining("--orders");
    }

    private void store(String lines, int count) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        testdata.write("orders.ndjson.gz", zipped.toByteArray());
        testdata.write("orders.manifest.json", "{\"count\":%d}".formatted(count).getBytes(StandardCharsets.UTF_8));
    }
}
