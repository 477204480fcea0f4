package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.ABI;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.TestGuest.ALLOC_FUNCTION;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.TestGuest;

/// Exports that pretend to be the contract.
final class Exports {

    private static final byte[] MEMORY = code(name("memory"), 2, 0);
    private static final byte[] ALLOC = code(name("alloc"), 0, 0);
    private static final byte[] HANDLE = code(name("handle"), 0, 1);
    private static final byte[] NOTHING = code(0);

    private Exports() {}

    static Group of() {
        return names(signatures(new Group("exports")));
    }

    private static Group names(Group group) {
        return group.isNotLoaded("nothing", exporting(), ABI)
                .isNotLoaded("no memory", exporting(ALLOC, HANDLE), ABI)
                .isNotLoaded("no alloc", exporting(MEMORY, HANDLE), ABI)
                .isNotLoaded("no handle", exporting(MEMORY, ALLOC), ABI)
                .isNotLoaded("the memory as MEMORY", exporting(code(name("MEMORY"), 2, 0), ALLOC, HANDLE), ABI)
                .isNotLoaded("a function as memory", exporting(code(name("memory"), 0, 0), ALLOC, HANDLE), ABI)
                .isNotLoaded("the memory as alloc", exporting(MEMORY, code(name("alloc"), 2, 0), HANDLE), ABI)
                .isNotLoaded("the memory as handle", exporting(MEMORY, ALLOC, code(name("handle"), 2, 0)), ABI)
                .isNotLoaded("a global as alloc", globalAsAlloc(), ABI)
                .isNotLoaded(
                        "a table as handle",
                        exporting(MEMORY, ALLOC, code(name("handle"), 1, 0)).table(1),
                        ABI)
                .isNotLoaded(
                        "alloc with a zero at its end", exporting(MEMORY, code(name("alloc\0"), 0, 0), HANDLE), ABI)
                .isNotLoaded(
                        "handle with a letter that looks the same",
                        exporting(MEMORY, ALLOC, code(name("h\u0430ndle"), 0, 1)),
                        ABI)
                .isNotLoaded("alloc twice", exporting(MEMORY, ALLOC, HANDLE, ALLOC), INVALID)
                .isNotLoaded(
                        "handle as two functions",
                        exporting(MEMORY, ALLOC, HANDLE, code(name("handle"), 0, 0)),
                        INVALID)
                .isNotLoaded("a thousand times the same", thousandTimesTheSame(), INVALID)
                .isNotLoaded(
                        "a function that is not there",
                        exporting(MEMORY, ALLOC, code(name("handle"), 0, 77)),
                        INVALID,
                        ABI)
                .isNotLoaded(
                        "the function 2^32-1",
                        exporting(MEMORY, ALLOC, code(name("handle"), 0, u32(0xffff_ffffL))),
                        INVALID)
                .isNotLoaded(
                        "a memory that is not there", exporting(code(name("memory"), 2, 1), ALLOC, HANDLE), INVALID)
                .isNotLoaded(
                        "a global that is not there", exporting(MEMORY, ALLOC, HANDLE, code(name("g"), 3, 0)), INVALID)
                .isNotLoaded(
                        "something of the unknown kind 9",
                        exporting(MEMORY, ALLOC, HANDLE, code(name("x"), 9, 0)),
                        INVALID)
                .isHarmless("a name that is empty", exporting(MEMORY, ALLOC, HANDLE, code(name(""), 0, 0)))
                .isHarmless(
                        "a name of a million characters",
                        exporting(MEMORY, ALLOC, HANDLE, code(name("x".repeat(1_000_000)), 0, 0)))
                .isHarmless(
                        "a name with colours", exporting(MEMORY, ALLOC, HANDLE, code(name("\u001b[31m\u202e"), 0, 0)));
    }

    private static Group signatures(Group group) {
        signature(group, "handle()", "handle", HANDLE_FUNCTION, NOTHING, NOTHING);
        signature(group, "handle(i32) -> i64", "handle", HANDLE_FUNCTION, code(1, I32), code(1, I64));
        signature(group, "handle(i32, i32) -> i32", "handle", HANDLE_FUNCTION, code(2, I32, I32), code(1, I32));
        signature(group, "handle(i64, i64) -> i64", "handle", HANDLE_FUNCTION, code(2, I64, I64), code(1, I64));
        signature(group, "handle(i32, i32) -> f64", "handle", HANDLE_FUNCTION, code(2, I32, I32), code(1, F64));
        signature(
                group,
                "handle(i32, i32) -> (i64, i64)",
                "handle",
                HANDLE_FUNCTION,
                code(2, I32, I32),
                code(2, I64, I64));
        signature(group, "alloc()", "alloc", ALLOC_FUNCTION, NOTHING, code(1, I32));
        signature(group, "alloc(i64) -> i64", "alloc", ALLOC_FUNCTION, code(1, I64), code(1, I64));
        signature(group, "alloc(f32) -> i32", "alloc", ALLOC_FUNCTION, code(1, F32), code(1, I32));
        signature(group, "alloc(i32)", "alloc", ALLOC_FUNCTION, code(1, I32), NOTHING);
        return group.isNotLoaded("_initialize(i32)", guest().function("_initialize", code(1, I32), NOTHING), ABI)
                .isNotLoaded(
                        "_initialize() -> i32", guest().function("_initialize", NOTHING, code(1, I32), i32(0)), ABI)
                .isHarmless(
                        "_start, too, which is not called", guest().function("_start", NOTHING, NOTHING, forever()));
    }

    private static void signature(
            Group group, String name, String export, int replaced, byte[] parameters, byte[] results) {
        group.isNotLoaded(
                name, guest().rename(replaced, "").function(export, parameters, results, UNREACHABLE), GuestFault.ABI);
    }

    private static TestGuest exporting(byte[]... exports) {
        return guest().with(EXPORT_SECTION, list(exports.length, i -> exports[i]));
    }

    private static TestGuest thousandTimesTheSame() {
        return guest().with(EXPORT_SECTION, list(1_000, _ -> code(name("x"), 0, 0)));
    }

    private static TestGuest globalAsAlloc() {
        return exporting(MEMORY, code(name("alloc"), 3, 0), HANDLE)
                .with(GLOBAL_SECTION, 1, I32, 0, i32(TestGuest.MESSAGE), END);
    }
}
