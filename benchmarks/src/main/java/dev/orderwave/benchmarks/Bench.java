package dev.orderwave.benchmarks;

import dev.orderwave.benchmarks.bus.BusBench;
import dev.orderwave.benchmarks.growth.ColdWave;
import dev.orderwave.benchmarks.growth.GrowthPart;
import dev.orderwave.benchmarks.idle.IdlePart;
import dev.orderwave.benchmarks.idle.RestingSuite;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.services.Series;
import dev.orderwave.benchmarks.services.ServicesBench;
import dev.orderwave.benchmarks.services.ServicesPart;
import dev.orderwave.benchmarks.start.StartBench;
import dev.orderwave.benchmarks.start.StartPart;
import dev.orderwave.benchmarks.throughput.ThroughputBench;
import dev.orderwave.benchmarks.throughput.ThroughputPart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `orderwave bench`: all parts one after the other, or one of them for longer.
@Command(
        name = "bench",
        description = "Measures the suite beside plain Node and hand-written Go, in under ten minutes.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int STARTS = 3;
    private static final int FEW_ORDERS = 1000;
    private static final int SOME_ORDERS = 5000;
    private static final int ORDERS = 10_000;
    private static final int WAVES = 3;
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Mixin
    private final Publication publication = new Publication();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments));
    }

    /// The suite rests while the others are measured; it has rested long enough when they are done, or soon after.
    @Override
    public Integer call() {
        try (var resting = RestingSuite.start()) {
            var start = start(STARTS);
            var series = series(ORDERS, WAVES, 1);
            var throughput = throughput(SOME_ORDERS, List.of(1, 2, 3));
            var growth = new GrowthPart(series, ColdWave.measure(List.of(FEW_ORDERS), Bench::tell)).part();
            var bus = new BusBench(ORDERS, 1).run(Bench::tell).part();
            tell("The suite at rest, until its five minutes are over");
            var idle = new IdlePart(resting.rest(FIVE_MINUTES)).part();
            publication.publish(
                    "./orderwave bench",
                    List.of(start, new ServicesPart(series).part(), throughput, growth, bus, idle));
        }
        return ExitCode.OK;
    }

    @Command(
            name = "start",
            description = "From exec to the first order's blob, each service by itself.",
            mixinStandardHelpOptions = true)
    int start(
            @Option(names = "--starts", defaultValue = "11", description = "Of each; default: ${DEFAULT-VALUE}.")
                    int starts,
            @Mixin Publication output) {
        output.requirePositive("--starts", starts);
        output.publish("./orderwave bench start --starts " + starts, List.of(start(starts)));
        return ExitCode.OK;
    }

    @Command(
            name = "services",
            description = "Waves through the services of each contestant, from a cold start and warm.",
            mixinStandardHelpOptions = true)
    int services(
            @Option(names = "--orders", defaultValue = "10000", description = "In a wave; default: ${DEFAULT-VALUE}.")
                    int orders,
            @Option(
                            names = "--waves",
                            defaultValue = "3",
                            description = "Through one suite, the first cold; default: ${DEFAULT-VALUE}.")
                    int waves,
            @Option(names = "--rounds", defaultValue = "3", description = "Of all; default: ${DEFAULT-VALUE}.")
                    int rounds,
            @Mixin Publication output) {
        output.requirePositive("--orders", orders);
        output.requirePositive("--waves", waves);
        output.requirePositive("--rounds", rounds);
        output.publish(
                "./orderwave bench services --orders %d --waves %d --rounds %d".formatted(orders, waves, rounds),
                List.of(new ServicesPart(series(orders, waves, rounds)).part()));
        return ExitCode.OK;
    }

    @Command(
            name = "throughput",
            description = "Where the time of an order goes, with one to several replicas.",
            mixinStandardHelpOptions = true)
    int throughput(
            @Option(names = "--orders", defaultValue = "10000", description = "In a wave; default: ${DEFAULT-VALUE}.")
                    int orders,
            @Option(
                            names = "--replicas",
                            split = ",",
                            defaultValue = "1,2,4,8",
                            description = "Of each service; default: ${DEFAULT-VALUE}.")
                    List<Integer> replicas,
            @Mixin Publication output) {
        output.requirePositive("--orders", orders);
        replicas.forEach(number -> output.requirePositive("--replicas", number));
        var numbers = replicas.stream().map(String::valueOf).collect(Collectors.joining(","));
        output.publish(
                "./orderwave bench throughput --orders %d --replicas %s".formatted(orders, numbers),
                List.of(throughput(orders, replicas)));
        return ExitCode.OK;
    }

    @Command(
            name = "growth",
            description = "What few and many orders cost from a cold start.",
            mixinStandardHelpOptions = true)
    int growth(
            @Option(
                            names = "--orders",
                            split = ",",
                            defaultValue = "1000,100000",
                            description = "To be measured beside 10,000; default: ${DEFAULT-VALUE}.")
                    List<Integer> orders,
            @Mixin Publication output) {
        orders.forEach(number -> output.requirePositive("--orders", number));
        var numbers = orders.stream().map(String::valueOf).collect(Collectors.joining(","));
        var series = series(ORDERS, WAVES, 1);
        output.publish(
                "./orderwave bench growth --orders " + numbers,
                List.of(new GrowthPart(series, ColdWave.measure(orders, Bench::tell)).part()));
        return ExitCode.OK;
    }

    @Command(
            name = "bus",
            description = "What a message costs in the local Service Bus, with and without a journal.",
            mixinStandardHelpOptions = true)
    int bus(
            @Option(names = "--messages", defaultValue = "10000", description = "In a wave; default: ${DEFAULT-VALUE}.")
                    int messages,
            @Option(names = "--rounds", defaultValue = "3", description = "Waves for each; default: ${DEFAULT-VALUE}.")
                    int rounds,
            @Mixin Publication output) {
        output.requirePositive("--messages", messages);
        output.requirePositive("--rounds", rounds);
        output.publish(
                "./orderwave bench bus --messages %d --rounds %d".formatted(messages, rounds),
                List.of(new BusBench(messages, rounds).run(Bench::tell).part()));
        return ExitCode.OK;
    }

    @Command(
            name = "idle",
            description = "What the suite takes at rest, and what wakes it.",
            mixinStandardHelpOptions = true)
    int idle(
            @Option(names = "--minutes", defaultValue = "5", description = "Of rest; default: ${DEFAULT-VALUE}.")
                    int minutes,
            @Mixin Publication output) {
        output.requirePositive("--minutes", minutes);
        tell("The suite at rest: %d minutes".formatted(minutes));
        try (var resting = RestingSuite.start()) {
            output.publish(
                    "./orderwave bench idle --minutes " + minutes,
                    List.of(new IdlePart(resting.rest(Duration.ofMinutes(minutes))).part()));
        }
        return ExitCode.OK;
    }

    private static Part start(int starts) {
        return new StartPart(new StartBench(starts).run(Bench::tell)).part();
    }

    private static List<Series> series(int orders, int waves, int rounds) {
        return new ServicesBench(orders, waves, rounds).run(Bench::tell);
    }

    private static Part throughput(int orders, List<Integer> replicas) {
        return new ThroughputPart(new ThroughputBench(orders, replicas).run(Bench::tell)).part();
    }

    private static void tell(String news) {
        System.out.println(news);
    }
}
