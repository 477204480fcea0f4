package dev.orderwave.loadgen.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import org.junit.jupiter.api.Test;

class DataSetTest {

    @Test
    void the_bytes_of_a_seed_never_change() {
        var dataSet = DataSet.from(OrderGenerator.seeded(42), 1_000);

        assertThat(dataSet.manifest())
                .isEqualTo(new Manifest(1_000, 42, "fdb2af86f1c268db2f7aa1e9dbdccc2fba0720e27e2ce0cb70b8b6e15ae74870"));
    }

    @Test
    void an_order_is_found_by_its_place_and_by_its_id() {
        var orders = OrderGenerator.seeded(42).withFirstOrderId(501).generate(3);
        var dataSet = DataSet.from(OrderGenerator.seeded(42).withFirstOrderId(501), 3);

        assertThat(dataSet.orders()).isEqualTo(orders);
        assertThat(dataSet.json(1)).isEqualTo(orders.get(1).toJson());
        assertThat(dataSet.orderId(2)).isEqualTo(503);
        assertThat(dataSet.indexOf(503)).hasValue(2);
        assertThat(dataSet.indexOf(504)).isEmpty();
    }

    @Test
    void two_orders_with_one_id_are_refused() {
        var order = json(7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dataSet(order, order))
                .withMessage("order id 7 comes after 7: ids of a data set must rise");
    }

    @Test
    void ids_that_fall_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dataSet(json(7), json(6)))
                .withMessage("order id 6 comes after 7: ids of a data set must rise");
    }

    @Test
    void a_data_set_is_never_empty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSet.from(OrderGenerator.seeded(1), 0))
                .withMessage("a data set needs at least one order");
    }

    private static byte[] json(int orderId) {
        return OrderGenerator.seeded(1).withFirstOrderId(orderId).stream(1)
                .map(Order::toJson)
                .findFirst()
                .orElseThrow();
    }

    private static DataSet dataSet(byte[]... lines) {
        var builder = new DataSetBuilder();
        for (var line : lines) {
            builder.add(line);
        }
        return builder.build(1);
    }
}
