package dev.orderwave.json;

import org.teavm.interop.Unmanaged;

/// The encoding of every text: no byte that UTF-8 does not allow gets past here.
@Unmanaged
final class Utf8 {

    private Utf8() {}

    /// Index of the first byte that is not UTF-8, or the text's length.
    static int validUpTo(byte[] text) {
        var index = 0;
        while (index < text.length) {
            var length = lengthOfCharacter(text, index);
            if (length == 0) {
                break;
            }
            index += length;
        }
        return index;
    }

    /// How many bytes the character takes that starts there, or 0 if none does.
    static int lengthOfCharacter(byte[] text, int start) {
        var first = text[start];
        if (first >= 0) {
            return 1;
        }
        var length = Integer.numberOfLeadingZeros(~(first << 24));
        if (length < 2 || length > 4 || start + length > text.length) {
            return 0;
        }
        var codePoint = first & 0x7f >> length;
        for (int i = start + 1; i < start + length; i++) {
            if ((text[i] & 0xc0) != 0x80) {
                return 0;
            }
            codePoint = codePoint << 6 | text[i] & 0x3f;
        }
        return isShortest(codePoint, length) && !isSurrogate(codePoint) && codePoint <= 0x10ffff ? length : 0;
    }

    private static boolean isShortest(int codePoint, int length) {
        return switch (length) {
            case 2 -> codePoint >= 0x80;
            case 3 -> codePoint >= 0x800;
            default -> codePoint >= 0x10000;
        };
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xd800 && codePoint <= 0xdfff;
    }
}
