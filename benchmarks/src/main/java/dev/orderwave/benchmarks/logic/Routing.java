package dev.orderwave.benchmarks.logic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orderwave.wasm.Verdict;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/// One way to route the orders, in turn and for ever: what a benchmark measures.
final class Routing {

    /// A benchmark runs in a JVM of its own and learns by this property where the orders are.
    static final String ORDERS_FOLDER = "orderwave.bench.orders";

    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final byte[][] messages;
    private final Function<byte[], ?> router;
    private int next;

    private Routing(byte[][] messages, Function<byte[], ?> router) {
        this.messages = messages;
        this.router = router;
    }

    /// Before a benchmark is set up.
    static Routing none() {
        return new Routing(new byte[0][], message -> message);
    }

    /// @param router from a message to the text of its verdict
    /// @throws IllegalStateException if a verdict is wrong: then its time would say nothing
    static Routing toTexts(Function<byte[], byte[]> router) {
        return checked(router, text -> Orders.parse(new String(text, UTF_8)));
    }

    /// @param router from a message to its verdict
    /// @throws IllegalStateException if a verdict is wrong: then its time would say nothing
    static Routing toVerdicts(Function<byte[], Verdict> router) {
        return checked(router, Routing::json);
    }

    private static <T> Routing checked(Function<byte[], T> router, Function<T, JsonNode> json) {
        var orders = Orders.in(Path.of(System.getProperty(ORDERS_FOLDER)));
        var messages = orders.readMessages();
        var verdicts = orders.readVerdicts();
        for (int i = 0; i < messages.size(); i++) {
            var verdict = json.apply(router.apply(messages.get(i)));
            if (!verdict.equals(verdicts.get(i))) {
                throw new IllegalStateException("answered %s instead of %s".formatted(verdict, verdicts.get(i)));
            }
        }
        var routing = new Routing(messages.toArray(byte[][]::new), router);
        routing.warmUp();
        return routing;
    }

    /// By the processor's time: JMH warms up by the clock, which is little on a busy machine.
    private void warmUp() {
        var thread = ManagementFactory.getThreadMXBean();
        var end = thread.getCurrentThreadCpuTime() + WARM_UP.toNanos();
        while (thread.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < messages.length; i++) {
                routeNext();
            }
        }
    }

    Object routeNext() {
        var message = messages[next];
        next = (next + 1) % messages.length;
        return router.apply(message);
    }

    private static JsonNode json(Verdict verdict) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (verdict) {
            case Verdict.Reject(var reason) -> json.put("reject", reason);
            case Verdict.Emit(var emissions) -> {
                var emit = json.putArray("emit");
                for (var emission : emissions) {
                    var metadata = emit.addObject().put("to", emission.to()).putObject("metadata");
                    emission.metadata().forEach(metadata::put);
                }
            }
        }
        return json;
    }
}
