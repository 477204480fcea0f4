package dev.orderwave.workbench;

import java.util.List;
import java.util.Locale;

/// A language that a module can be started in. Each has its folder in `order-logic`, which the build packs into the
/// jar.
enum Language {
    RUST("rustup"),
    JAVA("javac"),
    ASSEMBLYSCRIPT("npm"),
    GO("go"),
    C("python3", "zig"),
    ZIG("python3", "zig");

    private final String builtWith;
    private final List<String> tools;

    Language(String builtWith, String... tools) {
        this.builtWith = builtWith;
        this.tools = List.of(tools);
    }

    /// The name of its folder, and what users write: `rust`.
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The program that its `build.sh` does not bring along.
    String builtWith() {
        return builtWith;
    }

    /// The folders in the project's `tools` that its `build.sh` needs.
    List<String> tools() {
        return tools;
    }

    @Override
    public String toString() {
        return folder();
    }
}
