package dev.orderwave.workbench;

import dev.orderwave.wasm.InstancePolicy;

/// What a cost was measured with.
final class Instances {

    private Instances() {}

    static String inWords(InstancePolicy policy) {
        return switch (policy) {
            case FRESH -> "a new instance each";
            case SNAPSHOT -> "each from a snapshot";
        };
    }
}
