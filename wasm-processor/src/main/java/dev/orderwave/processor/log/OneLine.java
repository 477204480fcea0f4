package dev.orderwave.processor.log;

import java.util.regex.Pattern;

/// Text of a stranger as a part of one line of the log: whoever names a message, or words a rejection, must not be able
/// to write lines of his own there.
///
/// A logger's parameter says `@FormatWith(OneLine.class)`, and no caller has to remember it.
public final class OneLine {
    private static final int LONGEST = 500;

    /// Control characters, invisible and unassigned ones, those that change the direction of text, line separators.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private final String text;

    public OneLine(String text) {
        this.text = text;
    }

    /// Cut first, as it may be a million characters; half a character at the cut is blanked like what is unprintable.
    @Override
    public String toString() {
        if (text.length() <= LONGEST) {
            return clean(text);
        }
        return clean(text.substring(0, LONGEST)) + "...";
    }

    private static String clean(String some) {
        return UNPRINTABLE.matcher(some).replaceAll(" ");
    }
}
