package dev.orderwave.json;

import org.teavm.interop.Unmanaged;

/// Characters that are one byte in UTF-8.
@Unmanaged
public final class Ascii {

    private Ascii() {}

    /// Copies the start of a text, up to the first character that a JSON text must escape or that is not ASCII.
    ///
    /// @return how many characters were copied
    public static int copyPlain(String text, byte[] to, int start) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (!isPlain(character)) {
                return i;
            }
            to[start + i] = (byte) character;
        }
        return text.length();
    }

    static boolean isPlain(char character) {
        return character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }
}
