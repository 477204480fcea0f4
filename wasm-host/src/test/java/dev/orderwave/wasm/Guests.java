package dev.orderwave.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

/// The vocabulary of the tests: load a guest, ask it, see how it fails.
final class Guests {

    static final byte[] MESSAGE = "the message".getBytes(UTF_8);

    static final Limits LIMITS = Limits.DEFAULT.withPerCall(Duration.ofMillis(200));

    private Guests() {}

    static Guest load(TestGuest guest) {
        return load(guest.build(), LIMITS);
    }

    static Guest load(byte[] wasm, Limits limits) {
        return Guest.load(
                ModuleSource.compiledAtLoad("tested", wasm),
                Sandbox.granting("out", "other").withLimits(limits));
    }

    static GuestException failureToLoad(byte[] wasm) {
        return failure(() -> load(wasm, LIMITS));
    }

    static GuestException failureOf(TestGuest guest) {
        var loaded = load(guest);
        return failure(() -> loaded.handle(MESSAGE));
    }

    static GuestException failure(Runnable call) {
        var failure = catchThrowableOfType(GuestException.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
