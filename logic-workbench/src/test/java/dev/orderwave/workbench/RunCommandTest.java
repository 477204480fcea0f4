package dev.orderwave.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.logic.OrderLogic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path module = Path.of("");

    @BeforeEach
    void a_module() throws IOException {
        module = Files.write(folder.resolve("mine.wasm"), OrderLogic.EXPRESS_PICK_LIST.wasm());
    }

    @Test
    void the_verdict_and_its_cost_are_printed() throws IOException {
        var order = Files.write(folder.resolve("order.json"), SampleOrder.bytes());

        var session = Session.of("run", "--per-call", 10_000, module, order);

        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .containsSubsequence("\"to\" : \"outbox\"", "\"blobName\" : \"4711\"", "\"document\" : \"pick-list\"")
                .containsPattern("(?m)^load +[\\d.]+ m?s ")
                .containsPattern("(?m)^first call +[\\d.]+ .?s ")
                .containsPattern("(?m)^call +[\\d.]+ .?s +median of the next \\d+, a new instance each$")
                .containsPattern("(?m)^pages +\\d+ +of 64 KiB at the start, 256 at most$");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void an_order_may_come_on_standard_input_and_a_rejection_is_a_verdict() {
        var terminal = System.in;
        System.setIn(new ByteArrayInputStream("{\"orderId\":0}".getBytes(UTF_8)));
        try {
            var session = Session.of("run", "--per-call", 10_000, module, "-");

            assertThat(session.out()).contains("\"reject\" : \"orderId must be a positive integer, was 0\"");
            assertThat(session.exitCode()).isZero();
        } finally {
            System.setIn(terminal);
        }
    }

    @Test
    void an_order_that_is_not_there_is_one_line() {
        var session = Session.of("run", "--per-call", 10_000, module, folder.resolve("none.json"));

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .endsWith("none.json is not there; name a file with an order, or - for standard input");
        assertThat(session.exitCode()).isEqualTo(1);
    }

    @Test
    void a_module_that_is_refused_is_one_line() throws IOException {
        Files.write(module, new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});

        var session = Session.of(
                "run", "--per-call", 10_000, module, Files.write(folder.resolve("order.json"), SampleOrder.bytes()));

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("abi: it has no memory; a guest exports memory, alloc and handle");
        assertThat(session.exitCode()).isEqualTo(1);
    }
}
