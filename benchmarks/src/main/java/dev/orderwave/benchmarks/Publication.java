package dev.orderwave.benchmarks;

import dev.orderwave.benchmarks.result.Baseline;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Where what was measured goes: tables on the screen, and files.
final class Publication {
    @Option(names = "--json", paramLabel = "FILE", description = "Also write every measurement to this file.")
    private @Nullable Path json;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            defaultValue = "benchmarks/baseline.json",
            description = "The JSON file of an earlier run to compare with; default: ${DEFAULT-VALUE}.")
    private Path baseline = Path.of("benchmarks/baseline.json");

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /// @param command that repeats it
    void publish(String command, List<Part> parts) {
        var out = spec.commandLine().getOut();
        var results = Results.of(command, parts);
        for (var part : parts) {
            out.printf("%n%s%n%s%n", part.title(), part.text());
            part.tables().forEach(table -> out.printf("%n%s%n", table));
        }
        out.printf("%n%s%n", results.goals());
        if (Files.exists(baseline)) {
            out.printf("%n%s%n", Baseline.read(baseline).compare(results.ratios()));
        }
        out.printf("%n%s%n", results.machine());
        out.flush();
        Optional.ofNullable(json).ifPresent(results::writeJson);
    }

    void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), "%s must be at least 1, was %d".formatted(option, value));
        }
    }
}
