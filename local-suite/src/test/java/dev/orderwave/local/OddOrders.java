package dev.orderwave.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Orders as bad senders, bad links and bad people make them: most of them something else than an order. The same seed
/// makes the same ones.
final class OddOrders {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|[0-9]+|\\[.*\\])");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1",
            "-0",
            "1.0",
            "1e2",
            "1E400",
            "2147483647",
            "2147483648",
            "007",
            "0x1F",
            "NaN",
            "9".repeat(400),
            "\"4711\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\u202e\"",
            "'x'",
            "\"Größe 🚚\"");
    private static final int LARGEST = 200_000;
    private static final int DEEPEST = 5_000;

    private final Random random;
    private final List<Order> orders;

    private OddOrders(long seed, int count) {
        this.random = new Random(seed);
        this.orders = OrderGenerator.seeded(seed).generate(count);
    }

    /// Makes `count` messages; a tenth has the body or the order id of an earlier one.
    static Stream<OddOrder> seeded(long seed, int count) {
        var odd = new OddOrders(seed, count);
        return odd.orders.stream()
                .map(odd::message)
                .gather(Gatherers.windowFixed(10))
                .flatMap(odd::repeatOne);
    }

    /// One message.
    ///
    /// @param id empty if the sender gave none
    record OddOrder(Optional<String> id, byte[] body) {}

    private OddOrder message(Order order) {
        return new OddOrder(id(order), change(order.toJson()));
    }

    private Optional<String> id(Order order) {
        return switch (random.nextInt(12)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("order " + order.orderId() + "/größe?&=%41");
            case 2 -> Optional.of("x".repeat(128));
            default -> Optional.of(Integer.toString(order.orderId()));
        };
    }

    /// Puts one more in: again what another one was, or another order under its id.
    private Stream<OddOrder> repeatOne(List<OddOrder> ten) {
        var all = new ArrayList<>(ten);
        var victim = ten.get(random.nextInt(ten.size()));
        all.set(
                random.nextInt(all.size()),
                random.nextBoolean()
                        ? victim
                        : new OddOrder(
                                victim.id(), replace(victim.body(), "\"description\":\"", "\"description\":\"again-")));
        return all.stream();
    }

    private byte[] change(byte[] order) {
        return switch (random.nextInt(14)) {
            case 0 -> order;
            case 1, 2, 3 -> field(order, (name, value) -> "\"" + name + "\":" + pick(VALUES));
            case 4 -> field(order, (name, value) -> "\"" + name + "x\":" + value);
            case 5 -> field(order, (name, value) -> "\"" + name + "\":" + value + ",\"" + name + "\":" + value);
            case 6 -> field(order, (name, value) -> "\"" + name + "\":" + nested());
            case 7 -> cut(order);
            case 8, 9 -> damaged(order);
            case 10 -> encoded(order);
            case 11 -> large(order);
            case 12 ->
                pick(List.of("", " ", "{}", "[]", "null", "\"\"", "0", "\u0000"))
                        .getBytes(UTF_8);
            default -> (new String(order, UTF_8) + pick(List.of(" ", "\n", "x", "{}", "\u0000"))).getBytes(UTF_8);
        };
    }

    private byte[] field(byte[] order, FieldChange change) {
        var text = new String(order, UTF_8);
        var fields = FIELD.matcher(text).results().toList();
        MatchResult field = fields.get(random.nextInt(fields.size()));
        return (text.substring(0, field.start())
                        + change.apply(field.group(1), field.group(2))
                        + text.substring(field.end()))
                .getBytes(UTF_8);
    }

    private String nested() {
        var depth = random.nextInt(DEEPEST);
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private byte[] cut(byte[] order) {
        return Arrays.copyOf(order, random.nextInt(order.length));
    }

    private byte[] damaged(byte[] order) {
        var damaged = order.clone();
        for (int left = random.nextInt(5); left >= 0; left--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private byte[] encoded(byte[] order) {
        var text = new String(order, UTF_8);
        return switch (random.nextInt(4)) {
            case 0 -> text.getBytes(UTF_16LE);
            case 1 -> ("\ufeff" + text).getBytes(UTF_8);
            case 2 -> replace(order, "\"description\":\"", "\"description\":\"größe-", ISO_8859_1);
            default -> {
                var noise = new byte[random.nextInt(2_000)];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    /// Most large messages are some 10 kB, a few come near the 256 KiB that a queue takes.
    private byte[] large(byte[] order) {
        var size = random.nextInt(20) == 0 ? random.nextInt(LARGEST) : random.nextInt(20_000);
        return replace(order, "\"description\":\"", "\"description\":\"" + "long-".repeat(size / 5));
    }

    private static byte[] replace(byte[] order, String old, String replacement) {
        return replace(order, old, replacement, UTF_8);
    }

    private static byte[] replace(byte[] order, String old, String replacement, Charset charset) {
        // Byte for byte, because what is changed may be no text.
        var bytes = new String(order, ISO_8859_1);
        var inserted = new String(replacement.getBytes(charset), ISO_8859_1);
        return bytes.replace(old, inserted).getBytes(ISO_8859_1);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @FunctionalInterface
    private interface FieldChange {
        String apply(String name, String value);
    }
}
