package dev.orderwave.modules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 of some bytes: names them, and proves that they are the ones that were meant.
///
/// @param hex 64 hex digits in lower case
public record Digest(String hex) implements Version {
    private static final String PREFIX = "sha256:";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "a digest is 'sha256:' and 64 hex digits in lower case, was '%s'".formatted(hex));
        }
    }

    /// Of these bytes.
    public static Digest of(byte[] bytes) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Reads `sha256:...`.
    ///
    /// @throws IllegalArgumentException if it is anything else
    public static Digest parse(String text) {
        return new Digest(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
