package dev.orderwave.benchmarks;

import dev.orderwave.benchmarks.page.BenchPage;
import dev.orderwave.benchmarks.result.Baseline;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Results;
import dev.orderwave.benchmarks.result.Table;
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

    @Option(names = "--html", paramLabel = "FILE", description = "Also draw a page of it.")
    private @Nullable Path html;

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
        var comparison = comparison(results);
        comparison.ifPresent(table -> out.printf("%n%s%n", table));
        out.printf("%n%s%n", results.machine());
        out.flush();
        Optional.ofNullable(json).ifPresent(results::writeJson);
        Optional.ofNullable(html).ifPresent(new BenchPage(results, comparison)::write);
    }

    /// With the earlier run, if there is one that measured any of it.
    private Optional<Table> comparison(Results results) {
        return Files.exists(baseline)
                ? Optional.of(Baseline.read(baseline).compare(results.ratios()))
                        .filter(table -> !table.rows().isEmpty())
                : Optional.empty();
    }

    void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), "%s must be at least 1, was %d".formatted(option, value));
        }
    }
}
