package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.ABI;
import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.USUAL;
import static dev.orderwave.wasm.hostile.Group.guest;

import dev.orderwave.wasm.TestGuest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Sections in the wrong place, twice, too long, too short, or of a kind that nobody knows.
final class Sections {

    private static final byte[] NOTHING = code(0);

    private Sections() {}

    static Group of() {
        var group = new Group("sections");
        for (int i = 0; i < parts(guest()).size(); i++) {
            var place = i;
            group.isNotLoaded("number " + (place + 1) + " twice", () -> twice(place), INVALID);
        }
        return group.isNotLoaded("in reverse order", Sections::reversed, INVALID)
                .isNotLoaded("code before the functions it belongs to", () -> swapped(1, 4), INVALID)
                .isNotLoaded("exports before the memory", () -> swapped(2, 3), INVALID)
                .isNotLoaded("data before code", () -> swapped(4, 5), INVALID)
                .isNotLoaded(
                        "the count of data segments at the end",
                        () -> code(guest().build(), section(12, code(1))),
                        INVALID)
                .isNotLoaded("of the unknown kind 14", () -> code(guest().build(), section(14, NOTHING)), INVALID)
                .isNotLoaded("of the unknown kind 127", () -> code(guest().build(), section(127, NOTHING)), INVALID)
                .isNotLoaded("of the unknown kind 255", () -> code(guest().build(), section(255, NOTHING)), INVALID)
                .isNotLoaded("with a byte too many", guest().with(MEMORY_SECTION, 1, 0, 1, 0), INVALID)
                .isNotLoaded("with a thousand bytes too many", guest().with(START_SECTION, 0, new byte[1_000]), INVALID)
                .isNotLoaded("that are empty", guest().with(TYPE_SECTION), INVALID)
                .isNotLoaded("a start that is empty", guest().with(START_SECTION), INVALID)
                .isNotLoaded("functions without code", without(CODE_SECTION), INVALID, ABI)
                .isNotLoaded("code without functions", without(FUNCTION_SECTION), INVALID)
                .isNotLoaded("functions without types", without(TYPE_SECTION), INVALID)
                .isNotLoaded("more functions than code", guest().with(FUNCTION_SECTION, 3, 0, 1, 1), INVALID)
                .isNotLoaded("more code than functions", guest().with(FUNCTION_SECTION, 1, 0), INVALID)
                .isNotLoaded("a function of an unknown type", guest().with(FUNCTION_SECTION, 2, 0, 9), INVALID)
                .isNotLoaded(
                        "another count of data segments than there are", guest().with(DATA_COUNT_SECTION, 2), INVALID)
                .isNotLoaded("no memory", without(MEMORY_SECTION), INVALID)
                .isNotLoaded("a memory section without a memory", guest().with(MEMORY_SECTION, 0), FEATURE)
                .isNotLoaded("no exports", without(EXPORT_SECTION), ABI)
                .isNotLoaded("a start function that does not exist", guest().start(77), INVALID)
                .isNotLoaded("a start function with parameters", guest().start(1), INVALID)
                .isHarmless(
                        "3 MB of custom sections", () -> code(guest().build(), section(0, new byte[3_000_000])), USUAL)
                .isHarmless(
                        "a hundred thousand custom sections",
                        () -> code(guest().build(), repeat(100_000, section(0, name("x")))),
                        USUAL)
                .isHarmless(
                        "a custom section with a name longer than itself",
                        () -> code(guest().build(), section(0, u32(0xffff_ffffL))),
                        USUAL)
                .isHarmless(
                        "names of functions that are nonsense",
                        () -> code(guest().build(), section(0, code(name("name"), 1, u32(0xffff_ffffL), 9, 9, 9))),
                        USUAL);
    }

    private static byte[] twice(int place) {
        var parts = parts(guest());
        parts.add(place, parts.get(place));
        return join(parts);
    }

    private static byte[] swapped(int one, int other) {
        var parts = parts(guest());
        Collections.swap(parts, one, other);
        return join(parts);
    }

    private static byte[] reversed() {
        return join(parts(guest()).reversed());
    }

    private static java.util.function.Supplier<byte[]> without(int section) {
        return () ->
                join(parts(guest()).stream().filter(part -> part[0] != section).toList());
    }

    /// The sections of a module, none of which is longer than 127 bytes.
    private static List<byte[]> parts(TestGuest guest) {
        var wasm = guest.build();
        var parts = new ArrayList<byte[]>();
        for (int at = header().length; at < wasm.length; ) {
            var end = at + 2 + wasm[at + 1];
            parts.add(Arrays.copyOfRange(wasm, at, end));
            at = end;
        }
        return parts;
    }

    private static byte[] join(List<byte[]> parts) {
        return code(header(), many(parts.size(), parts::get));
    }
}
