package dev.orderwave.local.chaos;

import dev.orderwave.local.SuitePart;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Draws what will happen in a round. The same seed and the same parts draw the same.
///
/// @param window from the due time on, in which faults begin
/// @param lock of the queues; some pauses last longer
final class Mischief {
    private static final int MOST_STRIKES = 3;
    private static final int MOST_CRASHES = 3;
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_BETWEEN_CRASHES = Duration.ofSeconds(2);

    private final Random random;
    private final Duration window;
    private final Duration lock;

    Mischief(long seed, Duration window, Duration lock) {
        this.random = new Random(seed);
        this.window = window;
        this.lock = lock;
    }

    /// One to three strikes, earliest first. Two may meet the same part, and then the second one waits for the first.
    List<Strike> draw(List<SuitePart> parts) {
        return Stream.generate(() -> parts.get(random.nextInt(parts.size())))
                .limit(1L + random.nextInt(MOST_STRIKES))
                .map(part -> new Strike(upTo(window), part, fault(part)))
                .sorted(Comparator.comparing(Strike::at))
                .toList();
    }

    private Fault fault(SuitePart part) {
        return switch (random.nextInt(part.survivesKill() ? 4 : 2)) {
            case 0 -> new Fault.Paused(random.nextBoolean() ? upTo(lock) : lock.plus(upTo(lock)));
            case 1 -> new Fault.Stopped(upTo(LONGEST_ABSENCE));
            case 2 -> new Fault.Killed(upTo(LONGEST_ABSENCE));
            default -> new Fault.CrashLoop(2 + random.nextInt(MOST_CRASHES - 1), upTo(LONGEST_BETWEEN_CRASHES));
        };
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }
}
