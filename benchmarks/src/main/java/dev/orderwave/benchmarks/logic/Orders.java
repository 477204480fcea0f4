package dev.orderwave.benchmarks.logic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The orders that everybody handles, and the verdict that each of them must get: two files with one JSON document a
/// line, because readers in three languages share them.
record Orders(Path messages, Path verdicts) {

    static final int COUNT = 256;

    private static final long SEED = 42;
    private static final int FEWEST_ITEMS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Writes the files. They are the same on every machine.
    static Orders writeTo(Path folder) {
        var orders = Stream.iterate(1, first -> first + COUNT)
                .flatMap(first -> OrderGenerator.seeded(SEED + first).withFirstOrderId(first).generate(COUNT).stream())
                .filter(order -> order.items().size() >= FEWEST_ITEMS)
                .limit(COUNT)
                .toList();
        var files = in(folder);
        try {
            Files.createDirectories(folder);
            Files.write(files.messages, orders.stream().map(Orders::message).toList());
            Files.write(files.verdicts, orders.stream().map(Orders::verdict).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the orders cannot be written to " + folder, e);
        }
        return files;
    }

    static Orders in(Path folder) {
        return new Orders(folder.resolve("orders.jsonl"), folder.resolve("verdicts.jsonl"));
    }

    Path folder() {
        return messages.resolveSibling("").toAbsolutePath();
    }

    List<byte[]> readMessages() {
        return lines(messages).stream().map(line -> line.getBytes(UTF_8)).toList();
    }

    List<JsonNode> readVerdicts() {
        return lines(verdicts).stream().map(Orders::parse).toList();
    }

    /// An order as loadgen makes it, with what a shop would add to its lines: one and a half kilobytes.
    private static String message(Order order) {
        var message = (ObjectNode) parse(new String(order.toJson(), UTF_8));
        var names = List.of(
                "Kettle, 1.7 l", "Süßstoff \"light\"", "Crème brûlée", "Lámpara de mesa", "Wool socks, 2 pairs");
        for (var item : message.withArray("items")) {
            var number = item.get("orderItemId").intValue();
            ((ObjectNode) item)
                    .put("name", names.get((order.orderId() + number) % names.size()))
                    .put("price", number * 3 + 0.95)
                    .put("shelf", "B-%02d-%02d".formatted(number, order.orderId() % 100))
                    .put("gift", number % 2 == 0)
                    .put("unit", "piece");
        }
        return message.toString();
    }

    private static String verdict(Order order) {
        var verdict = JSON.createObjectNode();
        verdict.putArray("emit")
                .addObject()
                .put("to", order.delivery().text().toLowerCase(Locale.ROOT))
                .putObject("metadata")
                .put("MessageId", String.valueOf(order.orderId()));
        return verdict.toString();
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; './orderwave bench logic' writes it", e);
        }
    }
}
