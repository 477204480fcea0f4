package dev.orderwave.loadgen.terminal;

/// How much is done, at a glance.
public final class Bar {

    private static final int WIDTH = 24;

    private Bar() {}

    public static String of(long done, long total) {
        int full = total == 0 ? WIDTH : Math.toIntExact(Math.clamp(done * WIDTH / total, 0, WIDTH));
        return "█".repeat(full) + "░".repeat(WIDTH - full);
    }
}
