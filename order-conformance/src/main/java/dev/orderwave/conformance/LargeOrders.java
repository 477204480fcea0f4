package dev.orderwave.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// Orders too large for a table: long, of many lines, deep.
final class LargeOrders {

    private static final String TOO_DEEP = "not an order: nested deeper than 100 levels";
    private static final int DEEPEST = 100;
    private static final int LEVELS_OF_AN_ORDER = 1;
    private static final int LEVELS_OF_A_LINE = 3;
    private static final String LINE = "{\"orderItemId\":1,\"sku\":\"4006381333931\",\"quantity\":2}";

    private LargeOrders() {}

    static List<Case> of(Role role) {
        return List.of(
                delivered(role, "an order nested 100 deep is delivered", nestedField(DEEPEST)),
                delivered(role, "an order with a line nested 100 deep is delivered", nestedLine(DEEPEST)),
                tooDeep("an order nested 101 deep is rejected", nestedField(DEEPEST + 1)),
                tooDeep("an order with a line nested 101 deep is rejected", nestedLine(DEEPEST + 1)),
                tooDeep("an order nested 50,000 deep is rejected", nestedField(50_000)),
                tooDeep("200,000 brackets that nobody closes are rejected", "[".repeat(200_000)),
                tooDeep("50,000 braces that nobody closes are rejected", "{\"a\":".repeat(50_000)),
                delivered(role, "brackets in a text have no depth", order("[{".repeat(1_000), LINE)),
                delivered(role, "a description of 200 kB is delivered", order("quick-brown-fox-".repeat(12_500), LINE)),
                delivered(
                        role, "a description of 200 kB in escapes is delivered", order("\\u00e9".repeat(33_333), LINE)),
                delivered(
                        role,
                        "an order of 2,000 lines is delivered",
                        order("many", (LINE + ",").repeat(1_999) + LINE)));
    }

    private static Case delivered(Role role, String name, String order) {
        return new Case(
                name,
                order.getBytes(UTF_8),
                new Expected.Emits(GoodOrder.parse(order).verdict(role)));
    }

    private static Case tooDeep(String name, String order) {
        return new Case(name, order.getBytes(UTF_8), new Expected.RejectsWith(TOO_DEEP));
    }

    private static String nestedField(int depth) {
        var levels = depth - LEVELS_OF_AN_ORDER;
        var order = order("x", LINE);
        return "{\"note\":" + "[".repeat(levels) + "]".repeat(levels) + "," + order.substring(1);
    }

    private static String nestedLine(int depth) {
        var levels = depth - LEVELS_OF_A_LINE;
        return order(
                "x",
                "{\"sku\":\"x\",\"quantity\":1,\"note\":" + "{\"a\":".repeat(levels) + "1" + "}".repeat(levels) + "}");
    }

    private static String order(String description, String lines) {
        return """
                {"orderId":4711,"orderGuid":"g","description":"%s","firstName":"f","lastName":"l",\
                "delivery":"Standard","items":[%s]}""".formatted(description, lines);
    }
}
