package dev.orderwave.workbench;

import java.time.Duration;
import java.util.Locale;

/// Durations for people: `9.4 us`, `412 ms`.
final class Times {

    private static final String[] UNITS = {"ns", "us", "ms", "s"};

    private Times() {}

    static String inWords(Duration duration) {
        double value = duration.toNanos();
        var unit = 0;
        while (value >= 1_000 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
