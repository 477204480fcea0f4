package dev.orderwave.json;

import org.teavm.interop.Unmanaged;

/// What JSON looks like. Each function takes the index where something starts and returns the index where it ends
/// or, if it is not there, the complement of the index where it goes wrong, which is a negative number.
///
/// Nothing here allocates or throws. Told so by [Unmanaged], TeaVM leaves out what it otherwise does for its
/// garbage collector and for exceptions with each call, and a message is read in half the time.
@Unmanaged
final class Grammar {

    /// Far more than a message needs, far less than what a later reader may stumble over.
    static final int DEEPEST = 100;

    /// Stands for what comes after the end. No text may have it.
    private static final byte END = 0;

    private Grammar() {}

    static byte byteAt(byte[] text, int index) {
        return index < text.length ? text[index] : END;
    }

    static int space(byte[] text, int start) {
        var at = start;
        while (at < text.length && text[at] <= ' ' && isSpace(text[at])) {
            at++;
        }
        return at;
    }

    /// @param depth how many brackets are open
    static int value(byte[] text, int start, int depth) {
        return switch (byteAt(text, start)) {
            case '"' -> text(text, start);
            case '{' -> entries(text, start, depth + 1, '}');
            case '[' -> entries(text, start, depth + 1, ']');
            case 't' -> word(text, start, "true");
            case 'f' -> word(text, start, "false");
            case 'n' -> word(text, start, "null");
            default -> number(text, start);
        };
    }

    /// A field's name. Unlike other texts it is compared, so its escapes must make whole characters.
    static int name(byte[] text, int start) {
        if (byteAt(text, start) != '"') {
            return ~start;
        }
        var end = text(text, start);
        return end < 0 || Escapes.makeCharacters(text, start, end) ? end : ~start;
    }

    static int colon(byte[] text, int start) {
        var at = space(text, start);
        return byteAt(text, at) == ':' ? space(text, at + 1) : ~at;
    }

    private static int entries(byte[] text, int start, int depth, char close) {
        if (depth > DEEPEST) {
            return ~start;
        }
        var at = space(text, start + 1);
        if (byteAt(text, at) == close) {
            return at + 1;
        }
        while (true) {
            at = close == '}' ? field(text, at, depth) : value(text, at, depth);
            if (at < 0) {
                return at;
            }
            at = space(text, at);
            var next = byteAt(text, at);
            if (next != ',') {
                return next == close ? at + 1 : ~at;
            }
            at = space(text, at + 1);
        }
    }

    private static int field(byte[] text, int start, int depth) {
        if (byteAt(text, start) != '"') {
            return ~start;
        }
        var at = text(text, start);
        if (at >= 0) {
            at = colon(text, at);
        }
        return at < 0 ? at : value(text, at, depth);
    }

    private static int text(byte[] text, int start) {
        var at = plain(text, start + 1);
        while (byteAt(text, at) != '"') {
            var length = lengthOfSpecial(text, at);
            if (length == 0) {
                return ~at;
            }
            at = plain(text, at + length);
        }
        return at + 1;
    }

    /// Characters that stand for themselves in a text, none or more.
    private static int plain(byte[] text, int start) {
        var at = start;
        while (at < text.length) {
            var next = text[at];
            if (next < ' ' || next == '"' || next == '\\') {
                break;
            }
            at++;
        }
        return at;
    }

    private static int lengthOfSpecial(byte[] text, int start) {
        var first = byteAt(text, start);
        if (first == '\\') {
            return Escapes.length(text, start);
        }
        return first < 0 ? Utf8.lengthOfCharacter(text, start) : 0;
    }

    private static int number(byte[] text, int start) {
        var at = byteAt(text, start) == '-' ? start + 1 : start;
        at = byteAt(text, at) == '0' ? at + 1 : digits(text, at);
        if (at >= 0 && byteAt(text, at) == '.') {
            at = digits(text, at + 1);
        }
        if (at >= 0 && (byteAt(text, at) | 0x20) == 'e') {
            at = digits(text, sign(text, at + 1));
        }
        return at;
    }

    private static int sign(byte[] text, int start) {
        var first = byteAt(text, start);
        return first == '+' || first == '-' ? start + 1 : start;
    }

    private static int digits(byte[] text, int start) {
        var at = start;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at == start ? ~start : at;
    }

    private static int word(byte[] text, int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (byteAt(text, start + i) != word.charAt(i)) {
                return ~(start + i);
            }
        }
        return start + word.length();
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
