package dev.orderwave.benchmarks.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What a message costs in the local Service Bus: in memory, with a journal, in memory ... in turns.
///
/// Each round is a new bus. A smaller wave before the one that counts lets both JVMs compile what they need, and tells
/// how long scheduling takes here.
///
/// @param messages in a wave
/// @param rounds waves for each
public record BusBench(int messages, int rounds) {
    private static final int LEAST_WARM_UP = 1000;
    private static final int MOST_WARM_UP = 20_000;
    private static final int WARM_UP_SHARE = 10;
    private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration AT_LEAST = Duration.ofSeconds(3);

    /// @param news told in a line what is measured now
    public BusPart run(Consumer<String> news) {
        var memory = new ArrayList<BusCosts>();
        var journal = new ArrayList<BusCosts>();
        for (var round = 1; round <= rounds; round++) {
            news.accept(String.format(
                    Locale.ROOT,
                    "Local Service Bus, round %d of %d: %,d messages, in memory and with a journal",
                    round,
                    rounds,
                    messages));
            memory.add(told(measure(false), "in memory", news));
            journal.add(told(measure(true), "with a journal", news));
        }
        return new BusPart(memory, journal);
    }

    private static BusCosts told(BusCosts costs, String how, Consumer<String> news) {
        news.accept("  %s: %s".formatted(how, BusMetric.line(costs)));
        return costs;
    }

    private BusCosts measure(boolean withJournal) {
        var directory = freshDirectory();
        var journal = Optional.of(directory.resolve("journal")).filter(_ -> withJournal);
        try (var bus = MeasuredBus.start(directory, journal, messages)) {
            var few = Math.clamp(messages / WARM_UP_SHARE, LEAST_WARM_UP, MOST_WARM_UP);
            var warmUp = new MessageWave(bus, few).run(WARM_UP_PATIENCE.plusMillis(few));
            var scheduling = warmUp.scheduling().time().multipliedBy(messages).dividedBy(few);
            return new MessageWave(bus, messages).run(AT_LEAST.plus(scheduling));
        } finally {
            delete(directory);
        }
    }

    private static Path freshDirectory() {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "bus-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the journal", e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder %s cannot be deleted".formatted(folder), e);
        }
    }
}
