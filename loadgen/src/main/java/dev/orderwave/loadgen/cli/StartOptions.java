package dev.orderwave.loadgen.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/// When the first order is due, as options of which one is given at most.
final class StartOptions {

    /// What a slow bus accepts for certain.
    private static final int ACCEPTED_PER_SECOND = 1_000;

    private static final Duration LEAST = Duration.ofSeconds(10);

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "When the first order is due: 15:30, 15:30:05 or 2030-01-31T15:30:05Z.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--in",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long from now the first order is due: 90s, 2m, 500ms;"
                    + " default: 10s, and a second more for each 1,000 orders.")
    private Optional<Duration> in = Optional.empty();

    boolean isGiven() {
        return at.isPresent() || in.isPresent();
    }

    /// @throws IllegalArgumentException if it has passed
    Instant start(int orders, Instant now) {
        at.filter(time -> time.isBefore(now)).ifPresent(past -> {
            throw new IllegalArgumentException("--at %s is %s ago: give a time to come, or --in"
                    .formatted(past, inWords(Duration.between(past, now))));
        });
        return at.orElseGet(() -> now.plus(in.orElseGet(() -> LEAST.plusSeconds(orders / ACCEPTED_PER_SECOND))));
    }

    private static String inWords(Duration duration) {
        return duration.toHours() > 0
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
