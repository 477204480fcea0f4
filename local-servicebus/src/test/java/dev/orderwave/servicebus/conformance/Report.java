package dev.orderwave.servicebus.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// What a script says of each scenario: `ok KEY`, `absent KEY` if its SDK has no words for it, or `failed KEY: why`.
record Report(Map<String, String> results) {
    static Report of(String output) {
        return new Report(output.lines()
                .filter(line -> line.matches("(ok|absent|failed) .*"))
                .collect(Collectors.toMap(line -> line.split("[ :]")[1], Function.identity())));
    }

    /// One test for each scenario.
    Stream<DynamicTest> tests(Sdk sdk) {
        return Arrays.stream(Scenario.values())
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.title(),
                        () -> assertThat(results.get(scenario.key()))
                                .isEqualTo((scenario.isPossibleWith(sdk) ? "ok " : "absent ") + scenario.key())));
    }
}
