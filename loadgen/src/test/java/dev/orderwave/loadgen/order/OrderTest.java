package dev.orderwave.loadgen.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    private static final String JSON = "{\"orderId\":7,\"orderGuid\":\"c0ffee00-0000-4000-8000-000000000007\","
            + "\"description\":\"five-word-slug-like-this\",\"firstName\":\"Zoë\",\"lastName\":\"O'Neill\","
            + "\"delivery\":\"Express\",\"items\":[{\"orderItemId\":1,\"sku\":\"ABCDEFGHIJ123\",\"quantity\":0}]}";

    @Test
    void an_order_is_written_as_compact_json_in_field_order() {
        assertThat(order(items(1)).toJson()).asString(UTF_8).isEqualTo(JSON);
    }

    @Test
    void what_was_written_is_read_back_equal() {
        assertThat(Order.fromJson(JSON.getBytes(UTF_8))).isEqualTo(order(items(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"orderId\":7,', ''",
        "'\"orderId\":7', '\"orderId\":0'",
        "'\"orderId\":7', '\"orderId\":7.5'",
        "'\"orderId\":7', '\"orderId\":7,\"extra\":1'",
        "Express, express",
        "'\"Zoë\"', 'null'",
        "'\"O''Neill\"', '\" \"'",
        "five-word-slug-like-this, four-word-slug-only",
        "ABCDEFGHIJ123, SHORT",
        "'\"quantity\":0', '\"quantity\":11'",
        "'\"quantity\":0', '\"quantity\":-1'",
        "'\"quantity\":0', ''",
    })
    void a_text_that_is_not_exactly_an_order_is_refused(String part, String replacement) {
        assertThat(JSON).contains(part);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.fromJson(JSON.replace(part, replacement).getBytes(UTF_8)))
                .withMessageStartingWith("not an order: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void an_order_has_1_to_10_items(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order(items(count)))
                .withMessage("an order has 1 to 10 items, order 7 has " + count);
    }

    private static Order order(List<OrderItem> items) {
        return new Order(
                7,
                UUID.fromString("c0ffee00-0000-4000-8000-000000000007"),
                "five-word-slug-like-this",
                "Zoë",
                "O'Neill",
                Delivery.EXPRESS,
                items);
    }

    private static List<OrderItem> items(int count) {
        return Collections.nCopies(count, new OrderItem(1, "ABCDEFGHIJ123", 0));
    }
}
