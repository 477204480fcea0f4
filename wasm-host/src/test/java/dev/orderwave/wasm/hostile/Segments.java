package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.TestGuest.TEXT;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderwave.wasm.TestGuest;

/// Data that is to be put where it does not fit, and constants that are none.
final class Segments {

    private static final byte[] ANSWER = code(0, i32(TEXT), END, sized("{\"reject\":\"as usual\"}".getBytes(UTF_8)));
    private static final int NAMES_MEMORY = 2;

    private Segments() {}

    static Group of() {
        return new Group("data segments and constants")
                .isNotLoaded("at -1", placed(i32(-1), 1), TRAP)
                .isNotLoaded("at the least number", placed(i32(Integer.MIN_VALUE), 1), TRAP)
                .isNotLoaded("at the largest number", placed(i32(Integer.MAX_VALUE), 1), TRAP)
                .isNotLoaded("a byte past the end", placed(i32(65_536), 1), TRAP)
                .isNotLoaded("half past the end", placed(i32(65_530), 12), TRAP)
                .isNotLoaded("3 MB into a page", placed(i32(0), 3_000_000), TRAP)
                .isHarmless("nothing at the end", placed(i32(65_536), 0))
                .isNotLoaded("at an i64", placed(i64(0), 1), INVALID)
                .isNotLoaded("at an f32", placed(f32(0), 1), INVALID)
                .isNotLoaded("at a global that is not there", placed(code(GLOBAL_GET, 7), 1), INVALID, TRAP)
                .isNotLoaded("at a sum", placed(code(i32(1), i32(1), I32_ADD), 1), FEATURE)
                .isNotLoaded("at what a function returns", placed(code(CALL, 0), 1), FEATURE)
                .isNotLoaded("at nothing", placed(code(), 1), FEATURE)
                .isNotLoaded("at what a loop never ends to compute", placed(forever(), 1), FEATURE)
                .isNotLoaded(
                        "in another memory",
                        guest().with(DATA_SECTION, 1, NAMES_MEMORY, 1, i32(0), END, sized(code(7))),
                        INVALID,
                        TRAP)
                .isNotLoaded("of an unknown kind", guest().with(DATA_SECTION, 1, 3, i32(0), END, 0), INVALID)
                .isHarmless("50,000 over each other", overEachOther())
                .isHarmless("50,000 that are in no place", inNoPlace())
                .isNotLoaded(
                        "a global that is a million sums",
                        global(I32, code(i32(1), repeat(1_000_000, i32(1), I32_ADD))),
                        FEATURE)
                .isNotLoaded(
                        "a global that is an array of a billion",
                        global(0x6a, code(i32(1_000_000_000), 0xfb, 7, 0)),
                        FEATURE)
                .isNotLoaded("a global that is another type", global(I32, i64(1)), INVALID)
                .isNotLoaded("a global that is itself", global(I32, code(GLOBAL_GET, 0)), INVALID, TRAP)
                .isNotLoaded("a global that is a vector", global(V128, code(0xfd, 12, new byte[16])), FEATURE)
                .isNotLoaded("a global that is a function", global(FUNCREF, code(0xd2, 0)), FEATURE);
    }

    private static TestGuest placed(byte[] place, int size) {
        return guest().with(DATA_SECTION, 2, ANSWER, 0, place, END, sized(new byte[size]));
    }

    private static TestGuest overEachOther() {
        return guest().with(DATA_SECTION, code(u32(50_001), repeat(50_000, 0, i32(0), END, 1, 7), ANSWER));
    }

    private static TestGuest inNoPlace() {
        return guest().with(DATA_COUNT_SECTION, u32(50_001))
                .with(DATA_SECTION, code(u32(50_001), repeat(50_000, 1, 1, 7), ANSWER));
    }

    private static TestGuest global(int type, byte[] value) {
        return guest().with(GLOBAL_SECTION, 1, type, 0, value, END);
    }
}
