package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;

import dev.orderwave.wasm.TestGuest;

/// Modules that say that much is to come: sometimes it does, and sometimes it does not.
final class AbsurdCounts {

    private static final byte[] ABSURD = u32(0xffff_ffffL);
    private static final byte[] TWO_GIGABYTES = u32(0x7fff_fff0L);
    private static final byte[] NOTHING = code(0);

    private AbsurdCounts() {}

    static Group of() {
        return declared(carriedOut(new Group("absurd counts")));
    }

    private static Group declared(Group group) {
        for (int section = TYPE_SECTION; section <= DATA_SECTION; section++) {
            if (section != START_SECTION) {
                group.isNotLoaded(
                        "4,294,967,295 entries in section " + section,
                        guest().with(section, ABSURD),
                        LIMIT,
                        FEATURE,
                        INVALID);
            }
        }
        return group.isNotLoaded(
                        "4,294,967,295 data segments, counted", guest().with(DATA_COUNT_SECTION, ABSURD), INVALID)
                .isNotLoaded("a section of 4 GiB", () -> code(guest().build(), 11, ABSURD), INVALID)
                .isNotLoaded("a custom section of 4 GiB", () -> code(guest().build(), 0, ABSURD), INVALID)
                .isNotLoaded(
                        "a type of 4,294,967,295 parameters",
                        guest().with(TYPE_SECTION, 1, FUNCTION_TYPE, ABSURD),
                        LIMIT)
                .isNotLoaded(
                        "a type of 4,294,967,295 results",
                        guest().with(TYPE_SECTION, 1, FUNCTION_TYPE, 0, ABSURD),
                        LIMIT)
                .isNotLoaded("an import with a name of 4 GiB", guest().with(IMPORT_SECTION, 1, ABSURD), INVALID)
                .isNotLoaded("an export with a name of 4 GiB", guest().with(EXPORT_SECTION, 1, ABSURD), INVALID)
                .isNotLoaded("a function of 4 GiB", guest().with(CODE_SECTION, 3, ABSURD), INVALID)
                .isNotLoaded("4,294,967,295 groups of locals", body(ABSURD), INVALID)
                .isNotLoaded("4,294,967,295 locals", body(1, ABSURD, I32, END), LIMIT)
                .isNotLoaded("2^32 times 2^32 locals", body(9, repeat(9, ABSURD, I64), END), LIMIT)
                .isNotLoaded("a br_table of 4,294,967,295", body(0, i32(0), BR_TABLE, ABSURD, 0, END), LIMIT)
                .isNotLoaded("a data segment of 2 GB", data(0, i32(0), END, TWO_GIGABYTES, 1), INVALID)
                .isNotLoaded("a data segment of 400 MB", data(0, i32(0), END, u32(400_000_000), 1), INVALID)
                .isNotLoaded("a data segment of 2 GB that is in no place", data(1, TWO_GIGABYTES, 1), INVALID)
                .isNotLoaded("2,147,483,632 elements", elements(0, i32(0), END, TWO_GIGABYTES, 0), LIMIT)
                .isNotLoaded(
                        "60,000 elements, of which one is there", elements(0, i32(0), END, u32(60_000), 0), INVALID)
                .isNotLoaded("2,147,483,632 elements in no place", elements(1, 0, TWO_GIGABYTES, 0), LIMIT);
    }

    private static Group carriedOut(Group group) {
        return group.isNotLoaded(
                        "20,001 types", guest().with(TYPE_SECTION, list(20_001, _ -> code(FUNCTION_TYPE, 0, 0))), LIMIT)
                .isNotLoaded("20,001 functions", guest().functions(19_999, NOTHING, NOTHING, code(0, END)), LIMIT)
                .isNotLoaded(
                        "20,001 functions without code",
                        guest().with(FUNCTION_SECTION, list(20_001, _ -> code(0))),
                        LIMIT)
                .isNotLoaded(
                        "20,001 globals",
                        guest().with(GLOBAL_SECTION, list(20_001, _ -> code(I32, 1, i32(0), END))),
                        LIMIT)
                .isNotLoaded(
                        "20,001 exports",
                        guest().with(EXPORT_SECTION, list(20_001, i -> code(name("e" + i), 0, 0))),
                        LIMIT)
                .isNotLoaded(
                        "100,001 data segments", guest().with(DATA_SECTION, list(100_001, _ -> code(1, 1, 7))), LIMIT)
                .isNotLoaded("5,001 locals", body(1, u32(5_001), F64, END), LIMIT)
                .isNotLoaded("5,001 groups of a local", body(list(5_001, _ -> code(1, I32)), END), LIMIT)
                .isHarmless("2,000 globals", guest().with(GLOBAL_SECTION, list(2_000, _ -> code(I32, 1, i32(0), END))));
    }

    private static TestGuest body(Object... body) {
        return guest().rawFunction("", NOTHING, NOTHING, code(body));
    }

    private static TestGuest data(Object... segment) {
        return guest().with(DATA_SECTION, 1, code(segment));
    }

    private static TestGuest elements(Object... segment) {
        return guest().table(4).with(ELEMENT_SECTION, 1, code(segment));
    }
}
