package dev.orderwave.modules;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/// The keys of somebody who signs, as text.
record SignerKeys(String privatePem, String publicPem) {

    static SignerKeys generate() {
        return generate("EC");
    }

    static SignerKeys generate(String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            var pair = generator.generateKeyPair();
            return new SignerKeys(pem("PRIVATE KEY", pair.getPrivate()), pem("PUBLIC KEY", pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has these keys", e);
        }
    }

    SigningKey signing() {
        return SigningKey.parse(privatePem);
    }

    VerificationKey verification() {
        return VerificationKey.parse(publicPem);
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
    }
}
