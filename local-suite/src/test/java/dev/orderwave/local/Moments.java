package dev.orderwave.local;

import java.util.Random;

/// Random moments of a wave, by a seed that is printed, so that a failure can be repeated with `-Dorderwave.seed`.
final class Moments {
    private static final long SEED = Long.getLong("orderwave.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    static {
        System.out.println("Random moments by -Dorderwave.seed=" + SEED);
    }

    private Moments() {}

    /// Somewhere after the first tenth and before the last quarter, so that there is something to lose.
    static int random(int orders) {
        return RANDOM.nextInt(orders / 10, orders * 3 / 4);
    }
}
