package dev.orderwave.json;

import java.util.OptionalLong;

/// A JSON value as it stands in a text, escapes and all. Nothing is copied.
///
/// @param text that the value is a part of
/// @param start of the value
/// @param end after the value's last byte
public record RawJson(byte[] text, int start, int end) {

    public int length() {
        return end - start;
    }

    public boolean isText() {
        return text[start] == '"';
    }

    public boolean isList() {
        return text[start] == '[';
    }

    /// The entries of this list.
    public JsonList entries() {
        return new JsonList(this);
    }

    /// The number, if this is one that is written in digits only and fits.
    public OptionalLong naturalNumber() {
        var number = 0L;
        for (int i = start; i < end; i++) {
            var digit = text[i] - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return OptionalLong.empty();
            }
            number = 10 * number + digit;
        }
        return OptionalLong.of(number);
    }

    /// Whether this is a text that says the given word, however it is escaped.
    public boolean says(String word) {
        return Escapes.spell(text, start, word);
    }
}
