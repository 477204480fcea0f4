package dev.orderwave.local.chaos;

import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.local.LocalSuite;
import dev.orderwave.local.Wave;
import dev.orderwave.local.WaveConsole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Waves through a suite whose processes are killed, stopped and paused meanwhile. One seed decides everything that is
/// drawn; what the faults meet depends on how fast the machine is that day.
public final class Chaos {
    /// While most orders of a wave of 2,000 are under way.
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final LocalSuite suite;
    private final WaveConsole console;
    private final long seed;
    private final int orders;
    private final Duration lock;

    /// @param orders in each wave
    /// @param lock of the suite's queues
    public Chaos(LocalSuite suite, WaveConsole console, long seed, int orders, Duration lock) {
        this.suite = suite;
        this.console = console;
        this.seed = seed;
        this.orders = orders;
        this.lock = lock;
    }

    /// Lets one wave and its faults pass, and verifies the wave when everything runs again.
    ///
    /// @param number from 1; with the seed it decides what happens
    public ChaosRound round(int number) {
        var generator = OrderGenerator.seeded(seed + number).withFirstOrderId(1 + orders * (number - 1));
        var strikes = new Mischief(seed + number, WINDOW, lock).draw(suite.parts());
        var wave = Wave.schedule(suite, generator, orders, console);
        strikes.forEach(strike -> console.say("  " + strike));
        carryOut(strikes, wave.due());
        suite.awaitReady();
        return new ChaosRound(number, strikes.stream().map(Strike::toString).toList(), wave.verify());
    }

    /// Parts are struck independently of each other; what meets the same part meets it one after the other.
    private static void carryOut(List<Strike> strikes, Instant due) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var byPart = strikes.stream().collect(Collectors.groupingBy(Strike::part));
            CompletableFuture.allOf(byPart.values().stream()
                            .map(some -> carryOut(some, due, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static CompletableFuture<Void> carryOut(List<Strike> strikes, Instant due, Executor threads) {
        return CompletableFuture.runAsync(
                () -> strikes.forEach(strike -> {
                    awaitMoment(due.plus(strike.at()));
                    strike.fault().strike(strike.part());
                }),
                threads);
    }

    private static void awaitMoment(Instant moment) {
        for (var left = untilNanos(moment); left > 0; left = untilNanos(moment)) {
            LockSupport.parkNanos(left);
        }
    }

    private static long untilNanos(Instant moment) {
        return Duration.between(Instant.now(), moment).toNanos();
    }
}
