package dev.orderwave.json;

import java.util.Arrays;

/// Writes JSON as bytes. Commas come by themselves.
public final class JsonWriter {

    /// What can write itself.
    @FunctionalInterface
    public interface Value {
        void writeTo(JsonWriter json);
    }

    private static final int LONGEST_SHOWN = 60;

    private byte[] bytes;
    private int length;

    public JsonWriter(int expectedLength) {
        bytes = new byte[expectedLength];
    }

    /// What has been written, and room after it.
    public byte[] buffer() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public JsonWriter openObject() {
        return separated().put('{');
    }

    public JsonWriter closeObject() {
        return put('}');
    }

    public JsonWriter openList() {
        return separated().put('[');
    }

    public JsonWriter closeList() {
        return put(']');
    }

    public JsonWriter field(String name) {
        return text(name).put(':');
    }

    public JsonWriter field(String name, String value) {
        return field(name).text(value);
    }

    public JsonWriter field(String name, long value) {
        return field(name).number(value);
    }

    public JsonWriter field(String name, RawJson value) {
        return field(name).raw(value);
    }

    public JsonWriter field(String name, Value value) {
        return field(name).value(value);
    }

    public JsonWriter value(Value value) {
        value.writeTo(this);
        return this;
    }

    public JsonWriter text(String text) {
        return separated().put('"').escaped(text).put('"');
    }

    /// A text that ends in some value, whole if that is short.
    public JsonWriter text(String text, RawJson shown) {
        separated().put('"').escaped(text);
        var end = endOfExcerpt(shown);
        for (int i = shown.start(); i < end; i++) {
            escaped(shown.text()[i]);
        }
        return (end < shown.end() ? escaped("...") : this).put('"');
    }

    public JsonWriter raw(RawJson value) {
        separated();
        ensureRoomFor(value.length());
        System.arraycopy(value.text(), value.start(), bytes, length, value.length());
        length += value.length();
        return this;
    }

    /// @param number that is not negative
    public JsonWriter number(long number) {
        separated();
        return digits(number);
    }

    /// So many characters, each of them whole.
    private static int endOfExcerpt(RawJson value) {
        var characters = 0;
        var end = value.start();
        while (end < value.end() && characters < LONGEST_SHOWN) {
            end += Utf8.lengthOfCharacter(value.text(), end);
            characters++;
        }
        return end;
    }

    private JsonWriter digits(long number) {
        if (number > 9) {
            digits(number / 10);
        }
        return put((char) ('0' + number % 10));
    }

    private JsonWriter escaped(String text) {
        ensureRoomFor(text.length());
        var plain = Ascii.copyPlain(text, bytes, length);
        length += plain;
        for (int i = plain; i < text.length(); i++) {
            escaped(text.charAt(i));
        }
        return this;
    }

    private void escaped(char character) {
        if (Ascii.isPlain(character)) {
            put(character);
            return;
        }
        put('\\').put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put("0123456789abcdef".charAt(character >> shift & 0xf));
        }
    }

    /// A byte of a character beyond ASCII stays as it is.
    private void escaped(byte utf8) {
        if (utf8 < 0) {
            put((char) utf8);
        } else {
            escaped((char) utf8);
        }
    }

    /// A value follows a bracket, a colon, or a comma.
    private JsonWriter separated() {
        return length == 0 || isOpening(bytes[length - 1]) ? this : put(',');
    }

    private static boolean isOpening(byte last) {
        return last == ':' || last == '{' || last == '[';
    }

    private JsonWriter put(char ascii) {
        ensureRoomFor(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    private void ensureRoomFor(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * length));
        }
    }
}
