package dev.orderwave.loadgen.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.azure.BlobContainer;
import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.loadgen.order.OrderGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DataSetStoreIT {

    private static final LocalStorage LOCAL = LocalStorage.start();
    private static final DataSet DATA_SET = DataSet.from(OrderGenerator.seeded(7), 200);

    private final BlobContainer testdata = LOCAL.connect().container(DataSetStore.CONTAINER);
    private final DataSetStore store = new DataSetStore(LOCAL.connect());

    @AfterAll
    static void stopStorage() {
        LOCAL.close();
    }

    @Test
    void what_was_saved_is_loaded() {
        var manifest = store.save(DATA_SET);

        assertThat(store.load()).isEqualTo(DATA_SET);
        assertThat(manifest.count()).isEqualTo(200);
        assertThat(manifest.seed()).isEqualTo(7);
    }

    @Test
    void the_last_data_set_saved_counts() {
        var other = DataSet.from(OrderGenerator.seeded(8), 10);
        store.save(DATA_SET);
        store.save(other);

        assertThat(store.load()).isEqualTo(other);
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
        store.save(DATA_SET);
        testdata.write(
                DataSetStore.ORDERS,
                Ndjson.of(DATA_SET.orders().subList(0, 199)).zip());

        assertRefused(store, "testdata/orders.ndjson.gz holds 199 orders, but its manifest says 200");
    }

    @Test
    void other_orders_than_the_manifest_says_are_refused() {
        store.save(DATA_SET);
        testdata.write(
                DataSetStore.ORDERS,
                Ndjson.of(OrderGenerator.seeded(8).generate(200)).zip());

        assertRefused(store, "testdata/orders.ndjson.gz has SHA-256 ");
    }

    @Test
    void orders_that_are_not_zipped_are_refused() {
        store.save(DATA_SET);
        testdata.write(DataSetStore.ORDERS, "plain".getBytes(UTF_8));

        assertRefused(store, "testdata/orders.ndjson.gz is not a gzip file");
    }

    @Test
    void a_manifest_that_is_none_is_refused() {
        store.save(DATA_SET);
        testdata.write(DataSetStore.MANIFEST, "{\"count\":200}".getBytes(UTF_8));

        assertRefused(store, "testdata/orders.manifest.json is not a manifest");
    }

    private static void assertRefused(DataSetStore store, String message) {
        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(store::load)
                .withMessageStartingWith(message)
                .withMessageEndingWith("run \"loadgen generate\" to write it anew");
    }
}
