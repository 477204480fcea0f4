package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;

import dev.orderwave.wasm.TestGuest;

/// Guests with tables that are too large or too many, that would change, or that hold something else than is called.
final class Tables {

    private static final int UNBOUNDED = 0;
    private static final int SHARED = 3;
    private static final int OF_64_BITS = 4;
    private static final int WITH_INITIAL_VALUE = 0x40;
    private static final byte[] NULL = code(0xd0, FUNCREF);

    private Tables() {}

    static Group of() {
        return new Group("tables")
                .isNotLoaded("10,000,000 entries", guest().table(10_000_000), LIMIT)
                .isNotLoaded("one entry more than allowed", guest().table(65_537), LIMIT)
                .isNotLoaded("4,294,967,295 entries", guest().table(0xffff_ffffL), LIMIT)
                .isHarmless(
                        "a maximum of 4,294,967,295 that it never uses",
                        guest().with(TABLE_SECTION, 1, FUNCREF, 1, 1, u32(0xffff_ffffL)))
                .isHarmless("as many entries as allowed", guest().table(65_536))
                .isNotLoaded("twenty tables", guest().with(TABLE_SECTION, list(20, _ -> code(FUNCREF, 0, 1))), FEATURE)
                .isNotLoaded(
                        "twenty tables of 10,000,000",
                        guest().with(TABLE_SECTION, list(20, _ -> code(FUNCREF, 0, u32(10_000_000)))),
                        FEATURE)
                .isNotLoaded("a table of objects", guest().with(TABLE_SECTION, 1, EXTERNREF, UNBOUNDED, 1), FEATURE)
                .isNotLoaded("a shared table", guest().with(TABLE_SECTION, 1, FUNCREF, SHARED, 1, 1), FEATURE)
                .isNotLoaded("a table of 64 bits", guest().with(TABLE_SECTION, 1, FUNCREF, OF_64_BITS, 1), FEATURE)
                .isNotLoaded(
                        "a table with an initial value",
                        guest().with(TABLE_SECTION, 1, WITH_INITIAL_VALUE, 0, FUNCREF, 0, 1, NULL, END),
                        FEATURE)
                .isNotLoaded("elements past its end", guest().table(1).elements(0, 1), TRAP)
                .isNotLoaded("elements before its start", placedAt(-1), TRAP)
                .isNotLoaded("elements at the end of all numbers", placedAt(Integer.MAX_VALUE), TRAP)
                .isNotLoaded("elements at the least number", placedAt(Integer.MIN_VALUE), TRAP)
                .isNotLoaded("elements that are no functions", guest().table(1).elements(77), INVALID)
                .isNotLoaded("elements, but no table", guest().elements(0), INVALID, TRAP)
                .isNotLoaded("65,537 elements", guest().table(4).elements(new int[65_537]), LIMIT)
                .isNotLoaded("65,537 empty lists of elements", emptyLists(), LIMIT)
                .isNotLoaded("elements of an unknown kind", guest().table(1).with(ELEMENT_SECTION, 1, 8, 0), INVALID)
                .fails("calling an entry that is empty", calling(guest().table(4), 3, HANDLE_FUNCTION), TRAP)
                .fails("calling past its end", calling(guest().table(4), 4, HANDLE_FUNCTION), TRAP)
                .fails("calling before its start", calling(guest().table(4), -1, HANDLE_FUNCTION), TRAP)
                .fails(
                        "calling as something else than it is",
                        calling(guest().table(1).elements(0), 0, 1),
                        TRAP)
                .isNotLoaded("table.get", using(i32(0), 0x25, 0, DROP), FEATURE)
                .isNotLoaded("table.set", using(i32(0), NULL, TABLE_SET, 0), FEATURE)
                .isNotLoaded("table.grow", using(NULL, i32(1_000_000_000), tableGrow(), DROP), FEATURE)
                .isNotLoaded("table.size", using(0xfc, 16, 0, DROP), FEATURE)
                .isNotLoaded("table.fill", using(i32(0), NULL, i32(1), 0xfc, 17, 0), FEATURE)
                .isNotLoaded("table.copy", using(i32(0), i32(0), i32(1), tableCopy()), FEATURE)
                .isNotLoaded("table.init", using(i32(0), i32(0), i32(1), tableInit()), FEATURE)
                .isNotLoaded("elem.drop", using(0xfc, 13, 0), FEATURE);
    }

    private static TestGuest using(Object... body) {
        return guest().table(4).elements(0).handle(code(body), i64(0));
    }

    private static TestGuest placedAt(int place) {
        return guest().table(4).with(ELEMENT_SECTION, 1, 0, i32(place), END, 1, 0);
    }

    private static TestGuest emptyLists() {
        return guest().table(4).with(ELEMENT_SECTION, list(65_537, _ -> code(0, i32(0), END, 0)));
    }

    private static TestGuest calling(TestGuest guest, int entry, int type) {
        return guest.handle(LOCAL_GET, 0, LOCAL_GET, 1, i32(entry), CALL_INDIRECT, type, 0);
    }
}
