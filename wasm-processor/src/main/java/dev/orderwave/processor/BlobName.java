package dev.orderwave.processor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Names blobs by what they are about and by the message that they were made of.
///
/// So each delivery of a message overwrites what an earlier one wrote, and two messages never overwrite each other,
/// whatever ids they share.
final class BlobName {
    private static final int DIGEST_BYTES = 8;

    private BlobName() {}

    /// @param about what a person looks for, such as an order id; without it the message alone names the blob
    static String of(Optional<String> about, byte[] message) {
        var digest = HexFormat.of().formatHex(sha256(message), 0, DIGEST_BYTES);
        return about.map(text -> text + "-" + digest).orElse(digest);
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
