package dev.orderwave.processor.lineup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a module does in a lineup.
enum Role {
    /// Gets the messages.
    SERVING,
    /// Takes a share of them.
    CANDIDATE,
    /// Gets them too; what it says is compared and never carried out.
    SHADOW;

    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
