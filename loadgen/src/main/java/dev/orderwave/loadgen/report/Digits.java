package dev.orderwave.loadgen.report;

import java.util.Locale;

/// Numbers as text, alike on every machine whatever its language.
final class Digits {

    private Digits() {}

    /// `12,345.6`
    static String grouped(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// `12345.6`: three decimals at most, none that are zero.
    static String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    /// As many decimals as three digits need: `12,345`, `31.2`, `1.63`.
    static String significant(double value) {
        double size = Math.abs(value);
        return grouped(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
    }

    /// A tenth of a unit is finer than anybody sees, and keeps a page small.
    static String coordinate(double value) {
        return plain(Math.rint(value * 10) / 10);
    }

    /// A whole number as it is, any other with as many decimals as it needs: for an axis.
    static String tick(double value) {
        return value == Math.rint(value) ? grouped((long) value) : plain(value);
    }
}
