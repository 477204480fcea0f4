package dev.orderwave.loadgen.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderGeneratorTest {

    private static final int MANY = 2_000;

    @Test
    void the_same_seed_makes_the_same_bytes() {
        assertThat(json(OrderGenerator.seeded(42).generate(MANY)))
                .containsExactlyElementsOf(json(OrderGenerator.seeded(42).generate(MANY)));
    }

    @Test
    void another_seed_makes_other_orders() {
        assertThat(OrderGenerator.seeded(1).generate(1))
                .isNotEqualTo(OrderGenerator.seeded(2).generate(1));
    }

    @Test
    void ids_count_up_from_the_first() {
        assertThat(OrderGenerator.seeded(42).withFirstOrderId(501).generate(3))
                .extracting(Order::orderId)
                .containsExactly(501, 502, 503);
    }

    @Test
    void half_of_the_orders_are_express_unless_asked_otherwise() {
        assertThat(expressShare(OrderGenerator.seeded(42))).isCloseTo(0.5, within(0.05));
        assertThat(expressShare(OrderGenerator.seeded(42).withExpressShare(0.1)))
                .isCloseTo(0.1, within(0.05));
        assertThat(expressShare(OrderGenerator.seeded(42).withExpressShare(0))).isZero();
        assertThat(expressShare(OrderGenerator.seeded(42).withExpressShare(1))).isOne();
    }

    @Test
    void an_order_takes_about_half_a_kilobyte() {
        var sizes = json(OrderGenerator.seeded(42).generate(MANY)).stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .summaryStatistics();

        assertThat(sizes.getAverage()).isBetween(500.0, 1_000.0);
        assertThat(sizes.getMax()).isLessThan(1_024);
    }

    @Test
    void an_order_is_as_long_as_asked_for_and_otherwise_the_same() {
        var orders = OrderGenerator.seeded(42).withBytes(5_000).generate(100);

        assertThat(orders).allSatisfy(order -> assertThat(order.toJson()).hasSize(5_000));
        assertThat(orders)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("description")
                .containsExactlyElementsOf(OrderGenerator.seeded(42).generate(100));
    }

    @Test
    void an_order_that_no_message_holds_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderGenerator.seeded(42).withBytes(200_000))
                .withMessage("an order's size must be 0 to 190,000 bytes, was 200,000");
    }

    @Test
    void every_item_count_and_quantity_occurs() {
        var orders = OrderGenerator.seeded(42).generate(MANY);

        assertThat(orders.stream().map(order -> order.items().size()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 10).boxed().toList());
        assertThat(orders.stream()
                        .flatMap(order -> order.items().stream())
                        .map(OrderItem::quantity)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(0, 10).boxed().toList());
    }

    @Test
    void some_names_are_hard_to_copy() {
        assertThat(String.join("\n", json(OrderGenerator.seeded(42).generate(MANY))))
                .contains("Łukasz", "\\\"Red\\\"", "AC\\\\DC", "𠮷田");
    }

    @Test
    void guids_are_random_ones() {
        assertThat(OrderGenerator.seeded(42).generate(MANY)).allSatisfy(order -> {
            assertThat(order.orderGuid().version()).isEqualTo(4);
            assertThat(order.orderGuid().variant()).isEqualTo(2);
        });
    }

    @Test
    void a_share_outside_0_to_1_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderGenerator.seeded(42).withExpressShare(1.5))
                .withMessage("the express share must be 0 to 1, was 1.5");
    }

    private static double expressShare(OrderGenerator generator) {
        var orders = generator.generate(MANY);
        return orders.stream()
                        .filter(order -> order.delivery() == Delivery.EXPRESS)
                        .count()
                / (double) orders.size();
    }

    private static List<String> json(List<Order> orders) {
        return orders.stream()
                .map(order -> new String(order.toJson(), StandardCharsets.UTF_8))
                .toList();
    }
}
