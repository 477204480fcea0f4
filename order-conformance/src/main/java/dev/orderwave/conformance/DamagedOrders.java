package dev.orderwave.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Orders that something happened to on the way: bytes that are no text, cuts, damage. The same ones in each run.
final class DamagedOrders {

    private static final int RANDOM_ONES = 300;
    private static final int MOST_DAMAGED_BYTES = 4;
    private static final Expected NOT_JSON = new Expected.RejectsStartingWith("not JSON: ");

    private static final String ORDER = """
            {"orderId":4711,"orderGuid":"g","description":"Größe \\ud83d\\ude9a 🚚","firstName":"f","lastName":"l",\
            "delivery":"Express","items":[{"sku":"x","quantity":1}],"note":[null,true,-0.5e-7]}""";

    private DamagedOrders() {}

    static List<Case> all() {
        return Stream.of(notUtf8(), oddButAnswered(), cuts(), damaged())
                .flatMap(cases -> cases)
                .toList();
    }

    private static Stream<Case> notUtf8() {
        return Stream.of(
                notUtf8("a byte that is never UTF-8", "\u00ff"),
                notUtf8("a byte of the middle of a character", "\u0080"),
                notUtf8("the first byte of a character alone", "\u00c3"),
                notUtf8("a character that lacks its last byte", "\u00e6\u0097"),
                notUtf8("a NUL of two bytes", "\u00c0\u0080"),
                notUtf8("a slash of three bytes", "\u00e0\u0080\u00af"),
                notUtf8("half of a surrogate pair as bytes", "\u00ed\u00a0\u0080"),
                notUtf8("a character beyond the last one", "\u00f4\u0090\u0080\u0080"),
                new Case("text of UTF-16 is rejected", ORDER.getBytes(UTF_16), NOT_JSON),
                new Case("a byte after the order that is not UTF-8 is rejected", bytes(ORDER, "\u00ff", ""), NOT_JSON));
    }

    private static Case notUtf8(String what, String damage) {
        return new Case(what + " is rejected", bytes("{\"note\":\"", damage, "\"," + ORDER.substring(1)), NOT_JSON);
    }

    /// One reader refuses these and another does not; a fault would be wrong in any case.
    private static Stream<Case> oddButAnswered() {
        return Stream.of(
                answered("half of a surrogate pair in a name", "{\"\\ud800\":1," + ORDER.substring(1)),
                answered(
                        "half of a surrogate pair in two names", "{\"\\udc00\":1,\"\\udc00\":2," + ORDER.substring(1)));
    }

    private static Case answered(String what, String message) {
        return new Case(what + " gets a verdict", message.getBytes(UTF_8), new Expected.AnyVerdict());
    }

    private static Stream<Case> cuts() {
        var order = ORDER.getBytes(UTF_8);
        return IntStream.range(0, order.length)
                .mapToObj(length -> new Case(
                        "an order cut off after byte " + length + " is rejected",
                        Arrays.copyOf(order, length),
                        NOT_JSON));
    }

    private static Stream<Case> damaged() {
        return IntStream.range(0, RANDOM_ONES).mapToObj(seed -> {
            var order = ORDER.getBytes(UTF_8);
            var random = new Random(seed);
            for (int left = random.nextInt(MOST_DAMAGED_BYTES); left >= 0; left--) {
                order[random.nextInt(order.length)] = (byte) random.nextInt();
            }
            return new Case("an order damaged by seed " + seed + " gets a verdict", order, new Expected.AnyVerdict());
        });
    }

    /// @param damage bytes, each one as the character of that number
    private static byte[] bytes(String before, String damage, String after) {
        var middle = damage.getBytes(ISO_8859_1);
        var start = before.getBytes(UTF_8);
        var end = after.getBytes(UTF_8);
        var message = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, message, start.length, middle.length);
        System.arraycopy(end, 0, message, start.length + middle.length, end.length);
        return message;
    }
}
