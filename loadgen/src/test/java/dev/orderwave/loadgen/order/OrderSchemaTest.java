package dev.orderwave.loadgen.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderSchemaTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(new String(OrderSchema.json(), UTF_8));

    private static final String ORDER = "{\"orderId\":7,\"orderGuid\":\"c0ffee00-0000-4000-8000-000000000007\","
            + "\"description\":\"five-word-slug-like-this\",\"firstName\":\"Zoë\",\"lastName\":\"O'Neill\","
            + "\"delivery\":\"Express\",\"items\":[{\"orderItemId\":1,\"sku\":\"ABCDEFGHIJ123\",\"quantity\":0}]}";

    @Test
    void every_generated_order_is_valid() {
        var orders = Stream.concat(
                OrderGenerator.seeded(42).stream(2_000), OrderGenerator.seeded(42).withBytes(10_000).stream(10));

        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(faults(new String(order.toJson(), UTF_8))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"orderId\":7,', ''",
        "'\"orderId\":7', '\"orderId\":0'",
        "'\"orderId\":7', '\"orderId\":2147483648'",
        "'\"orderId\":7', '\"orderId\":7.5'",
        "'\"orderId\":7', '\"orderId\":7,\"extra\":1'",
        "c0ffee00, coffee00",
        "Express, express",
        "'\"Zoë\"', 'null'",
        "'\"O''Neill\"', '\" \"'",
        "five-word-slug-like-this, four-word-slug-only",
        "ABCDEFGHIJ123, SHORT",
        "'\"orderItemId\":1', '\"orderItemId\":0'",
        "'\"quantity\":0', '\"quantity\":11'",
        "'\"quantity\":0', '\"quantity\":-1'",
        "'\"quantity\":0', ''",
        "'{\"orderItemId\":1,\"sku\":\"ABCDEFGHIJ123\",\"quantity\":0}', ''",
    })
    void what_is_refused_as_an_order_is_refused_by_the_schema(String part, String replacement) {
        assertThat(faults(ORDER)).isEmpty();
        var broken = ORDER.replace(part, replacement);

        assertThatIllegalArgumentException().isThrownBy(() -> Order.fromJson(broken.getBytes(UTF_8)));
        assertThat(isRefused(broken)).isTrue();
    }

    /// A text that is no JSON at all is refused as well.
    private static boolean isRefused(String json) {
        try {
            return !faults(json).isEmpty();
        } catch (IllegalArgumentException notJson) {
            return true;
        }
    }

    private static Set<ValidationMessage> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}
