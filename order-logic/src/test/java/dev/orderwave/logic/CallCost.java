package dev.orderwave.logic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Prints what one order costs on one core, instance included. Not a test: run it with `-Dtest=CallCost`.
class CallCost {

    private static final int ROUNDS = 12;
    private static final long NANOS_OF_A_ROUND = 300_000_000;
    private static final int ORDERS_BETWEEN_LOOKS = 20;
    private static final String LINE = """
            {"orderItemId":1,"sku":"4006381333931","quantity":7,"name":"A thing with a rather long name","price":"12.50",\
            "unit":"piece","shelf":"B-17-04"}""";

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("modules")
    void of_an_order_of_one_and_a_half_kilobytes(LoadedLogic module) {
        var order = order();
        var nanos = Long.MAX_VALUE;
        var bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var heap = thread.getCurrentThreadAllocatedBytes();
            var start = thread.getCurrentThreadCpuTime();
            var orders = 0;
            var spent = 0L;
            for (; spent < NANOS_OF_A_ROUND; spent = thread.getCurrentThreadCpuTime() - start) {
                for (int i = 0; i < ORDERS_BETWEEN_LOOKS; i++, orders++) {
                    assertThat(module.guest().handle(order)).isInstanceOf(Verdict.Emit.class);
                }
            }
            nanos = Math.min(nanos, spent / orders);
            bytes = Math.min(bytes, (thread.getCurrentThreadAllocatedBytes() - heap) / orders);
        }
        IO.println("%s: %,d ns of CPU and %,d bytes of heap for an order of %,d bytes"
                .formatted(module, nanos, bytes, order.length));
    }

    private static Stream<LoadedLogic> modules() throws IOException {
        return LoadedLogic.everyOne();
    }

    private static byte[] order() {
        return """
                {"orderId":4711,"orderGuid":"3f2504e0-4f89-11d3-9a0c-0305e82c3301",\
                "description":"quick-brown-fox-jumps-over","firstName":"Jörg","lastName":"Müller-Lüdenscheidt",\
                "delivery":"Standard","items":[%s]}""".formatted((LINE + ",").repeat(7) + LINE).getBytes(UTF_8);
    }
}
