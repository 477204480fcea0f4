package dev.orderwave.modules;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;

/// One signature of a manifest, as `cosign` makes it: over a payload that names the manifest's digest.
///
/// @param payload what was signed
/// @param signature ECDSA with SHA-256, in DER
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CosignSignature(byte[] payload, byte[] signature) {

    static CosignSignature by(SigningKey key, OciReference repository, Digest manifest) {
        var json = new Gson().toJson(CosignPayload.of(repository, manifest));
        var payload = json.getBytes(StandardCharsets.UTF_8);
        return new CosignSignature(payload, key.sign(payload));
    }

    /// Whether the owner of `key` signed just this manifest.
    boolean isFor(Digest manifest, VerificationKey key) {
        return key.verifies(payload, signature)
                && CosignPayload.read(payload)
                        .filter(signed -> signed.names(manifest))
                        .isPresent();
    }
}
