package dev.orderwave.servicebus.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of the README says what the tests of each SDK demand.
class ReadmeTableTest {
    @Test
    void the_readme_has_every_scenario_and_who_passes_it() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(table());
    }

    private static String table() {
        var heads = row("scenario", Arrays.stream(Sdk.values()).map(Sdk::title).collect(Collectors.joining(" | ")));
        var rule = "| --- ".repeat(1 + Sdk.values().length) + "|\n";
        return heads
                + rule
                + Arrays.stream(Scenario.values())
                        .map(scenario -> row(scenario.title(), cells(scenario)))
                        .collect(Collectors.joining());
    }

    private static String cells(Scenario scenario) {
        return Arrays.stream(Sdk.values())
                .map(sdk -> scenario.isPossibleWith(sdk) ? "yes" : "not in its API")
                .collect(Collectors.joining(" | "));
    }

    private static String row(String first, String others) {
        return "| " + first + " | " + others + " |\n";
    }
}
