package dev.orderwave.queuewatch;

import io.vertx.core.Future;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A shared access signature: what Service Bus takes for a proof that the sender has the key of a connection string.
/// See "Service Bus access control with Shared Access Signatures" in Azure's documentation.
record Signature(String keyName, String key) implements SignIn {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    /// @throws IllegalArgumentException if it has no key; the message does not quote it
    static Signature of(String connectionString) {
        Map<String, String> parts = Arrays.stream(connectionString.split(";"))
                .filter(part -> part.contains("="))
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf('=')), part -> part.substring(part.indexOf('=') + 1)));
        return new Signature(part(parts, "SharedAccessKeyName"), part(parts, "SharedAccessKey"));
    }

    @Override
    public Future<Optional<String>> authorization(URI resource) {
        return Future.succeededFuture(
                Optional.of(authorize(resource, Instant.now().plus(VALIDITY))));
    }

    String authorize(URI resource, Instant expiry) {
        var signed = encode(resource.toString());
        var until = expiry.getEpochSecond();
        return "SharedAccessSignature sr=%s&sig=%s&se=%d&skn=%s"
                .formatted(signed, encode(sign(signed + "\n" + until)), until, encode(keyName));
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String part(Map<String, String> parts, String name) {
        var value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "orderwave.queue-watch.connection-string has no %s: take a connection string with a key that may Manage"
                            .formatted(name));
        }
        return value;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
