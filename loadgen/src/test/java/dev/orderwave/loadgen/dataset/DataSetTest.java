package dev.orderwave.loadgen.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.loadgen.order.OrderGenerator;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {

    @Test
    void the_bytes_of_a_seed_never_change() {
        var orders = DataSet.from(OrderGenerator.seeded(42), 1_000).orders();

        assertThat(Ndjson.of(orders).sha256())
                .isEqualTo("fdb2af86f1c268db2f7aa1e9dbdccc2fba0720e27e2ce0cb70b8b6e15ae74870");
    }

    @Test
    void two_orders_with_one_id_are_refused() {
        var order = OrderGenerator.seeded(1).generate(1).getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataSet(1, Collections.nCopies(2, order)))
                .withMessage("order id 1 occurs twice in the data set");
    }

    @Test
    void a_data_set_is_never_empty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataSet(1, List.of()))
                .withMessage("a data set needs at least one order");
    }
}
