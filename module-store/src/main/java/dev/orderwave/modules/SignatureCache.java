package dev.orderwave.modules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// Signatures that were found good, by the digest of what they sign: two lines, the payload and the signature, both
/// in Base64. A file that says anything else is as good as none.
final class SignatureCache {
    private static final int MAX_BYTES = 128 << 10;

    private final OwnerOnlyFolder signatures;

    SignatureCache(Path directory) {
        this.signatures = new OwnerOnlyFolder(directory.resolve("signatures").resolve("sha256"));
    }

    Optional<CosignSignature> read(Digest manifest) {
        return signatures.read(manifest.hex(), MAX_BYTES).flatMap(SignatureCache::parse);
    }

    void write(Digest manifest, CosignSignature signature) {
        var base64 = Base64.getEncoder();
        var text = base64.encodeToString(signature.payload()) + "\n" + base64.encodeToString(signature.signature());
        signatures.write(manifest.hex(), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<CosignSignature> parse(byte[] file) {
        var lines = new String(file, StandardCharsets.US_ASCII).split("\n", 2);
        try {
            var base64 = Base64.getDecoder();
            return lines.length == 2
                    ? Optional.of(new CosignSignature(base64.decode(lines[0]), base64.decode(lines[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
