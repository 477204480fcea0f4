package dev.orderwave.loadgen.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and hashes lines as they pass.
final class Tally {

    private final MessageDigest digest = sha256();
    private int count;

    byte[] pass(byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
        count++;
        return line;
    }

    /// Of what has passed; nothing may pass afterwards.
    Manifest manifest(long seed) {
        return new Manifest(count, seed, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
