package dev.orderwave.logic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Verdict;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Orders that fit no table: very large, very deep, damaged. None of them may make a module fail.
@ParameterizedClass
@EnumSource(OrderLogic.class)
class OddOrdersTest {

    private static final String LINE = "{\"orderItemId\":1,\"sku\":\"4006381333931\",\"quantity\":2}";

    private final Guest guest;

    OddOrdersTest(OrderLogic module) {
        guest = LoadedLogic.shipped(module).guest();
    }

    @Test
    void an_order_of_200_kB_by_its_description_is_delivered() {
        var description = "quick-brown-fox-".repeat(12_800);

        assertThat(emitted(order(description, LINE)).dataOr(new byte[0])).hasSizeLessThan(300_000);
    }

    @Test
    void an_order_of_200_kB_by_its_lines_is_delivered() {
        var order = order("many", (LINE + ",").repeat(4_000) + LINE);

        assertThat(emitted(order).metadata()).containsValue("4711");
    }

    @Test
    void an_order_nested_100_deep_is_delivered_and_one_deeper_is_rejected() {
        assertThat(guest.handle(nested(97))).isInstanceOf(Verdict.Emit.class);
        assertThat(guest.handle(nested(98)))
                .isEqualTo(new Verdict.Reject("not an order: nested deeper than 100 levels"));
        assertThat(guest.handle(nested(100_000))).isInstanceOf(Verdict.Reject.class);
        assertThat(guest.handle("[".repeat(200_000).getBytes(UTF_8))).isInstanceOf(Verdict.Reject.class);
    }

    @Test
    void bytes_that_are_not_utf_8_are_rejected_with_their_position() {
        var order = order("x", LINE);
        order[20] = (byte) 0xff;

        assertThat(guest.handle(order)).isEqualTo(new Verdict.Reject("not JSON: byte 20 is not UTF-8"));
        assertThat(guest.handle(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .isInstanceOf(Verdict.Reject.class);
    }

    @Test
    void an_order_that_is_cut_off_anywhere_is_rejected() {
        var order = order("Größe", LINE);

        for (int length = 0; length < order.length; length++) {
            assertThat(guest.handle(Arrays.copyOf(order, length))).isInstanceOf(Verdict.Reject.class);
        }
    }

    @Test
    void a_damaged_order_gets_a_verdict() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var order = order("Größe", LINE);
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                order[random.nextInt(order.length)] = (byte) random.nextInt();
            }

            assertThat(guest.handle(order)).isInstanceOf(Verdict.class);
        }
    }

    private Emission emitted(byte[] order) {
        var verdict = guest.handle(order);
        assertThat(verdict).isInstanceOf(Verdict.Emit.class);
        return ((Verdict.Emit) verdict).emissions().getFirst();
    }

    private static byte[] nested(int depth) {
        return order("x", "{\"sku\":\"x\",\"quantity\":1,\"note\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }

    private static byte[] order(String description, String lines) {
        return """
                {"orderId":4711,"orderGuid":"g","description":"%s","firstName":"f","lastName":"l",\
                "delivery":"Standard","items":[%s]}""".formatted(description, lines).getBytes(UTF_8);
    }
}
