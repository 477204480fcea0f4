package dev.orderwave.wasm.chicory;

/// The guest ended itself: `proc_exit`.
final class GuestExit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    GuestExit(int code) {
        super("it ended itself with exit code " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
