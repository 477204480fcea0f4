package dev.orderwave.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The name of a blob in an outbox: `4711-9f86d081884c7d65`, an order id and a hash of the message that it was made
/// of. Other implementations of the receivers write a bare `4711`.
public record BlobName(String text) {
    private static final int DIGEST_BYTES = 8;
    private static final Pattern WITH_HASH = Pattern.compile("(.+)-[0-9a-f]{16}");

    /// Whether its hash is that of these bytes. A name without a hash says nothing about them, so it is not.
    public boolean isOf(byte[] message) {
        return text.endsWith(HexFormat.of().formatHex(sha256(message), 0, DIGEST_BYTES));
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// The id of the order that the blob says it is about.
    public String orderId() {
        var match = WITH_HASH.matcher(text);
        return match.matches() ? match.group(1) : text;
    }
}
