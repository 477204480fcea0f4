package dev.orderwave.local;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/// What a service and its daprd prove to each other who they are by, so that no other program on the machine can post
/// orders or call outputs. Made anew for each run, and in the environment of the two only: never in a file or a command
/// line.
///
/// @param app what daprd's events carry
/// @param dapr what the service's calls carry
record Tokens(String app, String dapr) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Tokens random() {
        return new Tokens(token(), token());
    }

    /// The same for both: each sends the one and wants the other.
    Map<String, String> environment() {
        return Map.of("APP_API_TOKEN", app, "DAPR_API_TOKEN", dapr);
    }

    /// Says nothing, so that no log can.
    @Override
    public String toString() {
        return "Tokens";
    }

    private static String token() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
