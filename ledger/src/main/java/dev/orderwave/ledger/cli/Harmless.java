package dev.orderwave.ledger.cli;

import java.util.regex.Pattern;

/// What senders wrote, for a person's terminal: without the characters that would move its cursor, hide lines or write
/// some of their own.
final class Harmless {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]");

    private Harmless() {}

    static String line(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
