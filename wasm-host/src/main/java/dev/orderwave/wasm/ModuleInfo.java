package dev.orderwave.wasm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Which module ran: the name it was loaded under and the SHA-256 of its bytes.
///
/// There is no version: the digest is the one that cannot be forgotten or wrong.
public record ModuleInfo(String name, String sha256) {

    private static final int SHORT_DIGEST = 12;

    static ModuleInfo of(String name, byte[] wasm) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(wasm);
            return new ModuleInfo(name, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// This and [#hashCode] are written out because each message looks its module up, and because the JVM makes those
    /// of a record anew in each start, by method handles and classes for them.
    @Override
    public boolean equals(Object other) {
        return other instanceof ModuleInfo that && sha256.equals(that.sha256) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /// `order-router@1f2e3d4c5b6a`: short enough for a log line, long enough to be found.
    @Override
    public String toString() {
        return name + "@" + sha256.substring(0, Math.min(SHORT_DIGEST, sha256.length()));
    }
}
