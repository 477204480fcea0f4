package dev.orderwave.logic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds each module to its table of messages and verdicts in `conformance/`, whichever way it was compiled.
/// A message stands there as JSON, or as text if its spelling matters.
class ConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void a_module_gives_the_verdict_of_its_table(Guest guest, byte[] message, JsonNode verdict) throws IOException {
        assertThat(json(guest.handle(message))).isEqualTo(verdict);
    }

    private static Stream<Arguments> cases() {
        return LoadedLogic.everyWay()
                .flatMap(logic -> table(logic.module())
                        .map(row -> Arguments.argumentSet(
                                logic + ": " + row.get("case").textValue(),
                                logic.guest(),
                                message(row),
                                row.get("verdict"))));
    }

    private static Stream<JsonNode> table(OrderLogic module) {
        var resource = "/conformance/" + module.moduleName() + ".json";
        try (var table = ConformanceTest.class.getResourceAsStream(resource)) {
            return StreamSupport.stream(JSON.readTree(table).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static byte[] message(JsonNode row) {
        var text = row.has("text")
                ? row.get("text").textValue()
                : row.get("message").toString();
        return text.getBytes(UTF_8);
    }

    private static ObjectNode json(Verdict verdict) throws IOException {
        var json = JSON.createObjectNode();
        switch (verdict) {
            case Verdict.Reject(var reason) -> json.put("reject", reason);
            case Verdict.Emit(var emissions) -> {
                var emit = json.putArray("emit");
                for (var emission : emissions) {
                    var entry = emit.addObject().put("to", emission.to());
                    emission.metadata().forEach(entry.putObject("metadata")::put);
                    if (emission.data().isPresent()) {
                        entry.set("data", JSON.readTree(emission.data().get()));
                    }
                }
            }
        }
        return json;
    }
}
