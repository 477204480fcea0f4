package dev.orderwave.modules;

import java.util.Base64;
import java.util.regex.Pattern;

/// Keys as text.
final class Pem {
    private static final Pattern ANY_BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

    private Pem() {}

    /// The content of the block with this label.
    ///
    /// @param advice says how to get such a block
    /// @throws IllegalArgumentException if there is none; it says what is there instead
    static byte[] block(String label, String pem, String advice) {
        var block = Pattern.compile("-----BEGIN %1$s-----([A-Za-z0-9+/=\\s]+)-----END %1$s-----".formatted(label))
                .matcher(pem);
        if (!block.find()) {
            var found = ANY_BLOCK.matcher(pem);
            throw new IllegalArgumentException("a PEM file with '-----BEGIN %s-----' is needed, this is %s; %s"
                    .formatted(label, found.find() ? "one with '" + found.group() + "'" : "no PEM file", advice));
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
