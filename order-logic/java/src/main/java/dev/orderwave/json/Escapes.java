package dev.orderwave.json;

import org.teavm.interop.Unmanaged;

/// What follows a backslash in a text.
@Unmanaged
final class Escapes {

    private static final int HEX_DIGITS = 4;

    private Escapes() {}

    /// How many bytes the escape takes that starts with the backslash there, or 0 if it is none.
    static int length(byte[] text, int backslash) {
        return switch (Grammar.byteAt(text, backslash + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> hex(text, backslash + 2) < 0 ? 0 : 2 + HEX_DIGITS;
            default -> 0;
        };
    }

    /// Whether each half of a character that is escaped in a text has its other half.
    static boolean makeCharacters(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '\\') {
                var character = unescaped(text, i);
                i += length(text, i) - 1;
                if (isHigh(character) && text[i + 1] == '\\' && isLow(unescaped(text, i + 1))) {
                    i += 6;
                } else if (isHigh(character) || isLow(character)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isHigh(int character) {
        return (character & 0xfc00) == 0xd800;
    }

    private static boolean isLow(int character) {
        return (character & 0xfc00) == 0xdc00;
    }

    /// Whether a value is a text that says the word and no more.
    ///
    /// @param start of a value that is known to be JSON
    /// @param word of ASCII
    static boolean spell(byte[] text, int start, String word) {
        if (text[start] != '"') {
            return false;
        }
        var at = start + 1;
        for (int i = 0; i < word.length(); i++) {
            var escaped = text[at] == '\\';
            if (text[at] == '"' || (escaped ? unescaped(text, at) : text[at]) != word.charAt(i)) {
                return false;
            }
            at += escaped ? length(text, at) : 1;
        }
        return text[at] == '"';
    }

    private static int unescaped(byte[] text, int backslash) {
        var kind = text[backslash + 1];
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex(text, backslash + 2);
            default -> kind;
        };
    }

    /// The number that four hexadecimal digits make, or something negative if they are none.
    private static int hex(byte[] text, int start) {
        var number = 0;
        for (int i = start; i < start + HEX_DIGITS; i++) {
            number = number << 4 | hexDigit(Grammar.byteAt(text, i));
        }
        return number;
    }

    /// -1 if it is none, which then stays in every sum of bits.
    private static int hexDigit(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        var letter = character | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
