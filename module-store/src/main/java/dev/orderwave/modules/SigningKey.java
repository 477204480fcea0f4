package dev.orderwave.modules;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/// The private half of a pair of keys, which signs modules. An ECDSA key on the curve P-256.
public record SigningKey(PrivateKey key) {
    private static final String ADVICE =
            "'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256' makes one, 'openssl pkcs8 -topk8 -nocrypt' converts one";

    /// Reads an unencrypted PKCS #8 key, as `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256` writes
    /// it.
    ///
    /// @throws IllegalArgumentException if it is anything else
    public static SigningKey parse(String pem) {
        var der = Pem.block("PRIVATE KEY", pem, ADVICE);
        try {
            return new SigningKey(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key is no ECDSA key; " + ADVICE, e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(key);
            signing.update(content);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new ModuleStoreException("The private key cannot sign: " + e.getMessage(), e);
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "SigningKey[" + key.getAlgorithm() + "]";
    }
}
