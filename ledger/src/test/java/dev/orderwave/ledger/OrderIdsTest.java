package dev.orderwave.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIdsTest {

    @Test
    void ranges_and_single_ids_may_be_mixed() {
        assertThat(OrderIds.parse("1-3,7,9-10").ids()).containsExactlyInAnyOrder("1", "2", "3", "7", "9", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "1-", "-1", "1,,2", "99999999999"})
    void what_names_no_orders_is_refused(String ranges) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderIds.parse(ranges))
                .withMessageContaining("'" + ranges + "' names no orders");
    }

    @Test
    void a_range_from_large_to_small_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderIds.parse("5-1"))
                .withMessage("orders 5-1 are none: the first is larger than the last");
    }

    @Test
    void of_a_file_every_line_is_an_id_that_is_not_blank() {
        assertThat(OrderIds.ofLines(Stream.of("1", " 2 ", "", "order-x")).ids())
                .containsExactlyInAnyOrder("1", "2", "order-x");
    }
}
