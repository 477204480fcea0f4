package dev.orderwave.loadgen.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderwave.azure.BlobContainer;
import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.order.OrderSchema;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DataSetStoreIT {

    private static final LocalStorage LOCAL = LocalStorage.start();
    private static final OrderGenerator GENERATOR = OrderGenerator.seeded(7);

    private final BlobContainer testdata = LOCAL.connect().container(DataSetStore.CONTAINER);
    private final DataSetStore store = new DataSetStore(LOCAL.connect());

    @AfterAll
    static void stopStorage() {
        LOCAL.close();
    }

    @Test
    void what_was_saved_is_loaded() {
        var manifest = store.save(GENERATOR, 200);
        var loaded = store.load();

        assertThat(loaded.orders()).isEqualTo(GENERATOR.generate(200));
        assertThat(loaded.manifest()).isEqualTo(manifest).isEqualTo(store.manifest());
        assertThat(manifest.count()).isEqualTo(200);
        assertThat(manifest.seed()).isEqualTo(7);
        assertThat(testdata.read(DataSetStore.SCHEMA)).hasValue(OrderSchema.json());
    }

    @Test
    void the_last_data_set_saved_counts() {
        store.save(GENERATOR, 200);
        var other = store.save(OrderGenerator.seeded(8), 10);

        assertThat(store.load().manifest()).isEqualTo(other);
    }

    @Test
    void a_container_that_is_not_there_is_named() {
        try (var empty = LocalStorage.start()) {
            assertRefused(new DataSetStore(empty.connect()), "there is no data set, container testdata does not exist");
        }
    }

    @Test
    void a_container_without_manifest_holds_no_data_set() {
        try (var empty = LocalStorage.start()) {
            empty.connect().container(DataSetStore.CONTAINER).createIfAbsent();

            assertRefused(
                    new DataSetStore(empty.connect()),
                    "there is no data set, blob testdata/orders.manifest.json does not exist");
        }
    }

    @Test
    void fewer_orders_than_the_manifest_says_are_refused() {
        store.save(GENERATOR, 200);
        write(GENERATOR, 199);

        assertRefused(store, "testdata/orders.ndjson.gz holds 199 orders, but its manifest says 200");
    }

    @Test
    void other_orders_than_the_manifest_says_are_refused() {
        store.save(GENERATOR, 200);
        write(OrderGenerator.seeded(8), 200);

        assertRefused(store, "testdata/orders.ndjson.gz has SHA-256 ");
    }

    @Test
    void orders_that_are_not_zipped_are_refused() {
        store.save(GENERATOR, 200);
        testdata.write(DataSetStore.ORDERS, "plain".getBytes(UTF_8));

        assertRefused(store, "testdata/orders.ndjson.gz is not a whole gzip file");
    }

    @Test
    void orders_that_end_too_early_are_refused() {
        store.save(GENERATOR, 200);
        var whole = testdata.read(DataSetStore.ORDERS).orElseThrow();
        testdata.write(DataSetStore.ORDERS, Arrays.copyOf(whole, whole.length / 2));

        assertRefused(store, "testdata/orders.ndjson.gz is not a whole gzip file");
    }

    @Test
    void a_line_that_is_no_order_is_refused() {
        store.save(7, Stream.of("{}".getBytes(UTF_8)));

        assertRefused(store, "testdata/orders.ndjson.gz is not a data set (not an order: ");
    }

    @Test
    void a_data_set_that_cannot_be_made_leaves_the_one_that_was_there() {
        var before = store.save(GENERATOR, 200);
        var failing = Stream.iterate(0, number -> number + 1).map(number -> {
            if (number == 100) {
                throw new IllegalStateException("no more orders");
            }
            return GENERATOR.generate(1).getFirst().toJson();
        });

        assertThatIllegalStateException().isThrownBy(() -> store.save(8, failing));

        assertThat(store.load().manifest()).isEqualTo(before);
    }

    @Test
    void a_manifest_that_is_none_is_refused() {
        store.save(GENERATOR, 200);
        testdata.write(DataSetStore.MANIFEST, "{\"count\":200}".getBytes(UTF_8));

        assertRefused(store, "testdata/orders.manifest.json is not a manifest");
    }

    /// Other orders than the manifest tells of.
    private void write(OrderGenerator generator, int count) {
        testdata.write(DataSetStore.ORDERS, blob -> {
            try (var zipped = new GZIPOutputStream(blob)) {
                Ndjson.write(generator.stream(count).map(Order::toJson), zipped);
            }
        });
    }

    private static void assertRefused(DataSetStore store, String message) {
        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(store::load)
                .withMessageStartingWith(message)
                .withMessageEndingWith("run \"loadgen generate\" to write it anew");
    }
}
