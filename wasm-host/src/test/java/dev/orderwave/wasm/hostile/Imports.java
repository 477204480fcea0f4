package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.IMPORT_DENIED;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;

import dev.orderwave.wasm.GuestFault;

/// Guests that reach for something outside of themselves.
final class Imports {

    private static final String WASI = "wasi_snapshot_preview1";
    private static final byte[] A_FUNCTION = code(0, 0);
    private static final byte[] OF_AN_UNKNOWN_TYPE = code(0, 77);
    private static final byte[] A_TABLE = code(1, FUNCREF, 0, 1);
    private static final byte[] A_MEMORY = code(2, 0, 1);
    private static final byte[] A_GLOBAL = code(3, I32, 0);
    private static final byte[] A_TAG = code(4, 0, 0);
    private static final byte[] A_WONDER = code(9, 0);

    private Imports() {}

    static Group of() {
        var group = new Group("imports");
        denied(group, "a function", "env", "system", A_FUNCTION);
        denied(group, "a table", "env", "table", A_TABLE);
        denied(group, "a memory", "env", "memory", A_MEMORY);
        denied(group, "a global", "env", "global", A_GLOBAL);
        denied(group, "a tag", "env", "exception", A_TAG);
        denied(group, "something unknown", "env", "wonder", A_WONDER);
        denied(group, "a function without a name", "", "", A_FUNCTION);
        denied(group, "of an older WASI", "wasi_unstable", "fd_write", A_FUNCTION);
        denied(group, "of a newer WASI", "wasi:cli/run@0.2.0", "run", A_FUNCTION);
        denied(group, "of threads", "wasi", "thread-spawn", A_FUNCTION);
        denied(group, "a function that WASI does not have", WASI, "fd_steal", A_FUNCTION);
        denied(group, "a function of WASI in capitals", WASI, "FD_WRITE", A_FUNCTION);
        denied(group, "WASI's memory", WASI, "memory", A_MEMORY);
        denied(group, "a function of WASI as a memory", WASI, "fd_write", A_MEMORY);
        denied(group, "a function of WASI with other parameters", WASI, "fd_write", A_FUNCTION);
        denied(group, "a name with colours", "\u001b[31menv\u001b[0m", "\u001b]0;title\u0007", A_FUNCTION);
        denied(group, "a name of several lines", "env\nINFO all is well\r\n", "a\u2028b\u2029c\u0085d", A_FUNCTION);
        denied(group, "a name that reads from the right", "\u202egnorw", "\u2066\u200f\u061c", A_FUNCTION);
        denied(group, "a name of invisible characters", "\ufeff\u200b\u00ad", "\ue000\udb40\udc41", A_FUNCTION);
        denied(group, "a name of zeros", "\0\0\0", "\0", A_FUNCTION);
        denied(group, "a name of a million characters", "x".repeat(1_000_000), "y", A_FUNCTION);
        denied(group, "a name of half a million lines", "\n".repeat(500_000), "\u001b".repeat(500_000), A_FUNCTION);
        return group.isNotLoaded(
                        "a name that is no UTF-8",
                        guest().with(IMPORT_SECTION, 1, sized(code(0xc0, 0xaf, 0xff)), name("x"), A_FUNCTION),
                        IMPORT_DENIED)
                .isNotLoaded(
                        "a function of WASI of an unknown type",
                        guest().with(IMPORT_SECTION, 1, name(WASI), name("fd_write"), OF_AN_UNKNOWN_TYPE),
                        INVALID)
                .isNotLoaded(
                        "the same function of WASI ten thousand times",
                        guest().with(
                                        IMPORT_SECTION,
                                        list(10_000, _ -> code(name(WASI), name("sched_yield"), A_FUNCTION))),
                        LIMIT);
    }

    private static void denied(Group group, String what, String module, String name, byte[] kind) {
        group.isNotLoaded(
                what, guest().with(IMPORT_SECTION, 1, name(module), name(name), kind), GuestFault.IMPORT_DENIED);
    }
}
