package dev.orderwave.modules;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/// The public half of a pair of keys: tells whether the owner of the other half signed something. An ECDSA key on
/// the curve P-256, which is what `cosign` makes.
public record VerificationKey(PublicKey key) {
    private static final String ADVICE = "'cosign generate-key-pair' or 'openssl ec -pubout' writes one";

    /// Reads a file such as `cosign.pub`.
    ///
    /// @throws IllegalArgumentException if it is anything else
    public static VerificationKey parse(String pem) {
        var der = Pem.block("PUBLIC KEY", pem, ADVICE);
        try {
            return new VerificationKey(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the public key is no ECDSA key; " + ADVICE, e);
        }
    }

    boolean verifies(byte[] content, byte[] signature) {
        try {
            var verification = Signature.getInstance("SHA256withECDSA");
            verification.initVerify(key);
            verification.update(content);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // what is no signature at all is not this key's either
        }
    }
}
