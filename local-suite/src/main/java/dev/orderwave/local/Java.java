package dev.orderwave.local;

import java.nio.file.Path;

/// The Java that runs this program, and so the one that is known to be new enough.
final class Java {
    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
