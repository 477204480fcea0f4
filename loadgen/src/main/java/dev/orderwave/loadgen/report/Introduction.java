package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Environment;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Run;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The first and the last words of a page: what was asked, how it ended, where it was, how to read it.
record Introduction(Comparison comparison) {

    private static final int HASH_SHOWN = 12;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    Element draw(String title) {
        var header = Element.of("header", "page")
                .add(Element.of("h1").text(title))
                .add(verdict())
                .add(Element.of("p").text(perRun(Introduction::load)));
        if (!comparison.sameLoad()) {
            header.add(Element.of("p", "fault")
                    .text("These runs were not given the same load, so their figures do not compare."));
        }
        return header;
    }

    Element environment() {
        return Element.of("footer")
                .add(Element.of("p").text(perRun(run -> environment(run.environment()))))
                .add(Element.of("p").text(started() + ". " + howToRead()));
    }

    private String started() {
        return comparison.runs().stream()
                .map(run -> run.name() + " " + MINUTE.format(run.startedAt()))
                .collect(Collectors.joining(", ", "Started: ", ""));
    }

    private String howToRead() {
        var ratio = comparison.runs().size() == 1
                ? ""
                : "; × is a median over that of " + comparison.runs().getFirst().name();
        return "Curves are of the cycle of median duration, pale ones of the others; dots are cycles" + ratio
                + ". Latency is from the due time that a message carries to the creation of its blob" + resolution()
                + ".";
    }

    private String resolution() {
        return comparison.runs().stream()
                .flatMap(run -> Histogram.latencies(run, "all"))
                .mapToLong(Latency::resolutionMs)
                .max()
                .stream()
                .mapToObj(ms -> ", exact to %s s".formatted(Digits.grouped(ms / 1000.0, 1)))
                .collect(Collectors.joining());
    }

    private Element verdict() {
        long faults = comparison.runs().stream()
                .mapToLong(run -> Arrays.stream(Outcome.values())
                        .filter(Outcome::isFault)
                        .mapToLong(outcome -> outcome.of(run))
                        .sum())
                .sum();
        return faults == 0
                ? Element.of("p", "verdict").text("Every order became its blob")
                : Element.of("p", "verdict fault").text("Not every order became its blob in time");
    }

    /// What all runs have in common once, else what each has.
    private String perRun(Function<Run, String> words) {
        var all = comparison.runs().stream().map(words).distinct().toList();
        return all.size() == 1
                ? all.getFirst()
                : comparison.runs().stream()
                        .map(run -> run.name() + ": " + words.apply(run))
                        .collect(Collectors.joining("; "));
    }

    private static String load(Run run) {
        var load = run.load();
        return "%s of %s orders, %s · data set of seed %d, SHA-256 %s"
                .formatted(
                        run.cycles().size() == 1 ? "1 cycle" : run.cycles().size() + " cycles",
                        Digits.grouped(load.orders()),
                        load.shape(),
                        load.seed(),
                        hash(load));
    }

    private static String hash(Load load) {
        return load.sha256().substring(0, Math.min(HASH_SHOWN, load.sha256().length()));
    }

    private static String environment(Environment environment) {
        return "%s · %s · %s, %d processors · %s MB of memory · Java %s"
                .formatted(
                        environment.target(),
                        environment.os(),
                        environment.processor(),
                        environment.processors(),
                        Digits.grouped(environment.memoryMb()),
                        environment.java());
    }
}
