package dev.orderwave.modules;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/// Gives out the tokens that a registry asks for: to everybody for pulling, to one user for pushing.
final class TokenServer implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE_BYTES = 32;

    private final KeyPair keys;
    private final String user;
    private final HttpServer server;

    private TokenServer(KeyPair keys, String user) throws IOException {
        this.keys = keys;
        this.user = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::answer);
    }

    /// @param user `name:password`
    static TokenServer startFor(String user) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var tokens = new TokenServer(generator.generateKeyPair(), user);
        tokens.server.start();
        return tokens;
    }

    URI realm() {
        return URI.create(
                "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort()));
    }

    /// What the registry checks the tokens with.
    String keySet() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"test","x":"%s","y":"%s"}]}""".formatted(coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        boolean known = user.equals(authorization);
        boolean refused = authorization != null && !known;
        var body = refused ? "{}" : "{\"token\":\"%s\"}".formatted(token(scope(exchange), known));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 401 : 200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String scope(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .filter(parameter -> parameter.startsWith("scope="))
                .map(parameter -> parameter.substring("scope=".length()))
                .findFirst()
                .orElseThrow();
    }

    /// @param scope `repository:NAME:ACTION,ACTION`
    private String token(String scope, boolean mayPush) {
        var parts = scope.split(":");
        var actions = Arrays.stream(parts[2].split(","))
                .filter(action -> mayPush || action.equals("pull"))
                .map(action -> '"' + action + '"')
                .collect(Collectors.joining(","));
        var now = Instant.now().getEpochSecond();
        var content = encoded("""
                {"alg":"ES256","typ":"JWT","kid":"test"}""") + "."
                + encoded("""
                {"iss":"orderwave","aud":"orderwave","sub":"test","jti":"%d","iat":%d,"nbf":%d,"exp":%d,\
                "access":[{"type":"repository","name":"%s","actions":[%s]}]}""".formatted(System.nanoTime(), now, now - 60, now + 300, parts[1], actions));
        return content + "." + BASE64.encodeToString(signed(content));
    }

    private byte[] signed(String content) {
        try {
            var signing = Signature.getInstance("SHA256withECDSAinP1363Format");
            signing.initSign(keys.getPrivate());
            signing.update(content.getBytes(StandardCharsets.US_ASCII));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was made for this", e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var padded = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
        return BASE64.encodeToString(padded);
    }
}
