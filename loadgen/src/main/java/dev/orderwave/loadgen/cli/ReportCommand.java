package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.report.Comparison;
import dev.orderwave.loadgen.report.CsvTable;
import dev.orderwave.loadgen.report.JsonSummary;
import dev.orderwave.loadgen.report.Page;
import dev.orderwave.loadgen.result.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `loadgen report`: shows what runs have shown, side by side.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Draws runs side by side as one page of HTML, and writes their figures as CSV and JSON.")
public final class ReportCommand implements Runnable {

    @Parameters(
            paramLabel = "RUN.json",
            arity = "1..*",
            description = "Files of runs, the one that the others are compared with first; " + Page.MOST_RUNS
                    + " at most, so that they have room on one page.")
    private List<Path> files = List.of();

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page, which needs nothing else, to FILE.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a row per run and cycle to FILE.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write each run's medians and their spread to FILE.")
    private Optional<Path> json = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (html.isEmpty() && csv.isEmpty() && json.isEmpty()) {
            throw wrong("a report of what? Name a file by --html, --csv or --json");
        }
        if (files.size() > Page.MOST_RUNS) {
            throw wrong("%d runs do not fit on a page: name at most %d".formatted(files.size(), Page.MOST_RUNS));
        }
        var comparison = comparison();
        html.ifPresent(file -> write(file, comparison, Page::of));
        csv.ifPresent(file -> write(file, comparison, CsvTable::of));
        json.ifPresent(file -> write(file, comparison, JsonSummary::of));
    }

    private Comparison comparison() {
        var runs = files.stream().map(RunFile::read).toList();
        try {
            return new Comparison(runs);
        } catch (IllegalArgumentException nothingToShow) {
            throw new ParameterException(spec.commandLine(), nothingToShow.getMessage(), nothingToShow);
        }
    }

    private void write(Path file, Comparison comparison, Function<Comparison, String> report) {
        try {
            Files.writeString(file, report.apply(comparison));
        } catch (IOException fault) {
            throw new ParameterException(
                    spec.commandLine(), "%s cannot be written (%s): name another file".formatted(file, fault), fault);
        }
        spec.commandLine().getOut().println("Wrote " + file);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
