package dev.orderwave.benchmarks.logic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What one order costs: each language, each way to make instances, beside wasmtime, V8 and code without WebAssembly.
///
/// Every round measures everything once, each in a new process, because a JIT compiler does not always decide alike.
/// What counts of a process is its least disturbed sample, and the table has the medians of the rounds. All check their
/// verdicts before they are timed.
@Command(
        name = "logic",
        description = "Measures what one order costs in a module, in each language and on each engine.",
        mixinStandardHelpOptions = true)
public final class LogicBench implements Callable<Integer> {
    private static final int FAILED = 1;

    @Option(names = "--rounds", defaultValue = "5", description = "Measurements of each; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--languages",
            split = ",",
            paramLabel = "NAME",
            description = "Folders of order-logic; default: all that have a module.")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--wasmtime", paramLabel = "PROGRAM", description = "The program of benchmarks/wasmtime.")
    private @Nullable Path wasmtime;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write every measurement to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LogicBench())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1, was " + rounds);
        }
        var root = Path.of("").toAbsolutePath();
        var chosen = chosen(Language.all(root));
        var orders = Orders.writeTo(root.resolve("benchmarks/target/logic-bench"));
        var costs = measure(new Contest(root, orders, Optional.ofNullable(wasmtime)).contestants(chosen));
        out().println(new RatioTable(costs, chosen.getFirst().name()));
        Goal.ALL.stream().flatMap(goal -> goal.verdict(costs).stream()).forEach(out()::println);
        Optional.ofNullable(json).ifPresent(file -> write(costs, file));
        return ExitCode.OK;
    }

    private List<Language> chosen(List<Language> all) {
        var names = all.stream().map(Language::name).toList();
        var unknown = languages.stream().filter(name -> !names.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "order-logic has no module of %s; there are %s".formatted(unknown, names));
        }
        return all.stream()
                .filter(language -> languages.isEmpty() || languages.contains(language.name()))
                .toList();
    }

    private Costs measure(List<Contestant> contestants) {
        var costs = new Costs();
        for (int round = 1; round <= rounds; round++) {
            for (var contestant : contestants) {
                var nanos = contestant.yardstick().nanosPerOrder();
                costs.add(contestant.row(), contestant.column(), nanos);
                out().println("round %d of %d: %s, %s: %,.0f ns"
                        .formatted(round, rounds, contestant.row(), contestant.column(), nanos));
            }
        }
        return costs;
    }

    private static void write(Costs costs, Path file) {
        try {
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), costs.byName());
        } catch (IOException e) {
            throw new UncheckedIOException("the measurements cannot be written to " + file, e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
