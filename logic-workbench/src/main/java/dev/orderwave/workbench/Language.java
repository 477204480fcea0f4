package dev.orderwave.workbench;

import java.util.Locale;

/// A language that a module can be started in. Each has its folder in `order-logic`, which the build packs into the
/// jar.
enum Language {
    RUST("rustup");

    private final String builtWith;

    Language(String builtWith) {
        this.builtWith = builtWith;
    }

    /// The name of its folder, and what users write: `rust`.
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The program that its `build.sh` does not bring along.
    String builtWith() {
        return builtWith;
    }

    @Override
    public String toString() {
        return folder();
    }
}
