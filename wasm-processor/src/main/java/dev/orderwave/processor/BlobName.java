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
    /// Never fed, only cloned: to ask for one by its name goes through the security providers each time.
    private static final MessageDigest SHA_256 = newSha256();

    private BlobName() {}

    /// @param about what a person looks for, such as an order id; without it the message alone names the blob
    static String of(Optional<String> about, byte[] message) {
        var digest = HexFormat.of().formatHex(sha256(message), 0, DIGEST_BYTES);
        return about.isPresent() ? about.get() + "-" + digest : digest;
    }

    private static byte[] sha256(byte[] message) {
        try {
            return ((MessageDigest) SHA_256.clone()).digest(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
