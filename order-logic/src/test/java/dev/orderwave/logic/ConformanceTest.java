package dev.orderwave.logic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.conformance.Conformance;
import dev.orderwave.conformance.Outcome;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds each checked-in module to the same answers, whatever language it is written in and however it was compiled.
class ConformanceTest {

    private static final byte[] ORDER = """
            {"orderId":4711,"orderGuid":"g","description":"d","firstName":"f","lastName":"l","delivery":"Express",\
            "items":[{"sku":"x","quantity":1}]}""".getBytes(UTF_8);

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_answers_as_its_role_demands(LoadedLogic module) {
        var outcomes = Conformance.of(module.role()).check(module.guest());

        assertThat(outcomes)
                .isNotEmpty()
                .filteredOn(outcome -> !(outcome instanceof Outcome.Passed))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_document_names_the_module_that_made_it(LoadedLogic module) {
        var author = "\"module\":{\"name\":\"%s\",\"version\":\"1.0.0\"}".formatted(module.role());

        assertThat(module.guest().handle(ORDER))
                .isInstanceOfSatisfying(
                        Verdict.Emit.class,
                        emit -> assertThat(emit.emissions())
                                .flatExtracting(
                                        emission -> emission.data().stream().toList())
                                .allSatisfy(document ->
                                        assertThat(document).asString(UTF_8).contains(author)));
    }

    private static Stream<LoadedLogic> modules() throws IOException {
        return LoadedLogic.everyOne();
    }
}
