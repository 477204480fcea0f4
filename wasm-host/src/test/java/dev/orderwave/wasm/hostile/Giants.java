package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.USUAL;
import static dev.orderwave.wasm.hostile.Group.guest;

import dev.orderwave.wasm.TestGuest;
import dev.orderwave.wasm.Wasm;
import java.util.Arrays;
import java.util.function.Supplier;

/// Modules that are legal, every part of them, and would keep a compiler busy for minutes or fill the heap. Their sizes
/// are small: it is not the bytes that cost.
final class Giants {

    private static final byte[] NOTHING = code(0);

    private Giants() {}

    static Group of() {
        return sizes(types(new Group("giants")))
                .isNotLoaded("3,000 functions of 4,900 locals", functions(3_000, locals(4_900), END), LIMIT)
                .isNotLoaded("locals times branches", functions(100, locals(4_900), branches(600)), LIMIT)
                .isNotLoaded("locals times loops", functions(100, locals(4_900), loops(600)), LIMIT)
                .isNotLoaded("a high stack times branches", functions(100, 0, highStack(3_000, branches(900))), LIMIT)
                .isNotLoaded(
                        "a high stack times nested branches",
                        functions(100, 0, highStack(3_000, nestedIfs(900))),
                        LIMIT)
                .isNotLoaded("a high stack times tables of jumps", functions(100, 0, unwinding(1_500)), LIMIT)
                .isNotLoaded(
                        "jumps out of 8,000 blocks", functions(60, 0, nested(8_000, farJumps(8_000, 12_000))), LIMIT)
                .isNotLoaded(
                        "tables of jumps out of 8,000 blocks",
                        functions(60, 0, nested(8_000, farTable(8_000, 15_000))),
                        LIMIT)
                .isNotLoaded("tables of 16,000 jumps", functions(200, 0, i32(0), table(16_000), END), LIMIT)
                .isNotLoaded("a table of 16,001 jumps", functions(1, 0, i32(0), table(16_001), END), LIMIT)
                .isNotLoaded("values through many calls", Giants::throughCalls, LIMIT)
                .isHarmless(
                        "a million instructions that do nothing", functions(12_000, 0, repeat(100, NOP), END), USUAL)
                .isHarmless("20,000 blocks within each other", functions(1, 0, nested(20_000)), USUAL)
                .isHarmless("a stack of 6,000 values", functions(1, 0, highStack(6_000)), USUAL)
                .isHarmless("a few thousand branches", functions(3, 0, branches(2_000)), USUAL)
                .isHarmless("a hundred thousand constants, all different", Giants::constants, USUAL);
    }

    private static Group sizes(Group group) {
        return group.isNotLoaded("a function of more than 64 KiB", functions(1, 0, repeat(65_536, NOP), END), LIMIT)
                .isNotLoaded(
                        "a function too long for the JVM",
                        functions(1, 0, repeat(15_000, i64(0), I64_EQZ, DROP), END),
                        INVALID)
                .isNotLoaded("4,000,000 instructions", functions(62, 0, repeat(65_000, NOP), END), LIMIT)
                .isHarmless("19,000 functions", functions(19_000, 0, END), USUAL)
                .isHarmless(
                        "a thousand exports with long names",
                        () -> guest().with(EXPORT_SECTION, code(u32(1_003), contract(), longNames(1_000)))
                                .build(),
                        USUAL);
    }

    private static Group types(Group group) {
        return group.isNotLoaded("51 parameters", function(51, 0), LIMIT)
                .isNotLoaded("51 results", function(0, 51), LIMIT)
                .isNotLoaded("4,000,000 parameters", function(4_000_000, 0), LIMIT)
                .isNotLoaded(
                        "501 types", () -> withTypes(code(u32(501), contractTypes(), repeat(499, type(3, 1)))), LIMIT)
                .isNotLoaded("490 types that are the same, and 9,000 functions of them", Giants::sameTypes, LIMIT)
                .isNotLoaded("490 types and 19,000 functions", Giants::typesTimesFunctions, LIMIT)
                .isNotLoaded("19,000 functions of 50 parameters", Giants::manyParameters, LIMIT)
                .isHarmless(
                        "500 types", () -> withTypes(code(u32(500), contractTypes(), repeat(498, type(3, 1)))), USUAL);
    }

    private static Supplier<byte[]> functions(int functions, Object... rawBody) {
        return () ->
                guest().functions(functions, NOTHING, NOTHING, code(rawBody)).build();
    }

    private static byte[] locals(int locals) {
        return code(1, u32(locals), I32);
    }

    private static byte[] branches(int times) {
        return code(repeat(times, i32(0), IF, NO_RESULT, END), END);
    }

    private static byte[] loops(int times) {
        return code(repeat(times, LOOP, NO_RESULT, i32(0), BR_IF, 0, END), END);
    }

    private static byte[] nestedIfs(int depth) {
        return code(repeat(depth, i32(0), IF, NO_RESULT), repeat(depth, ELSE, END), END);
    }

    /// @param inside with an end of its own, which is moved to where it belongs
    private static byte[] highStack(int values, byte... inside) {
        var withoutEnd = Arrays.copyOf(inside, Math.max(0, inside.length - 1));
        return code(repeat(values, i32(1)), withoutEnd, repeat(values, DROP), END);
    }

    /// Jumps to everywhere, each of which has values to leave behind.
    private static byte[] unwinding(int targets) {
        return code(
                repeat(targets, BLOCK, NO_RESULT),
                repeat(targets, i32(1)),
                i32(0),
                BR_TABLE,
                u32(targets - 1),
                labels(targets),
                repeat(targets, END),
                END);
    }

    private static byte[] labels(int targets) {
        return Wasm.many(targets, i -> u32(i));
    }

    private static byte[] nested(int depth, byte... inside) {
        return code(repeat(depth, BLOCK, NO_RESULT), inside, repeat(depth, END), END);
    }

    private static byte[] farJumps(int depth, int times) {
        return repeat(times, BR, u32(depth - 1));
    }

    private static byte[] farTable(int depth, int targets) {
        return code(i32(0), BR_TABLE, u32(targets), repeat(targets + 1, u32(depth - 1)));
    }

    private static byte[] table(int targets) {
        return code(BR_TABLE, u32(targets), new byte[targets + 1]);
    }

    private static byte[] type(int parameters, int results) {
        return code(FUNCTION_TYPE, u32(parameters), repeat(parameters, I32), u32(results), repeat(results, I64));
    }

    private static TestGuest function(int parameters, int results) {
        return guest().function(
                        "",
                        code(u32(parameters), repeat(parameters, I32)),
                        code(u32(results), repeat(results, I64)),
                        UNREACHABLE);
    }

    private static byte[] withTypes(byte[] types) {
        return guest().with(TYPE_SECTION, (Object) types).build();
    }

    private static byte[] contractTypes() {
        return code(FUNCTION_TYPE, 1, I32, 1, I32, FUNCTION_TYPE, 2, I32, I32, 1, I64);
    }

    private static byte[] contract() {
        return code(name("memory"), 2, 0, name("alloc"), 0, 0, name("handle"), 0, 1);
    }

    private static byte[] longNames(int times) {
        return Wasm.many(times, i -> code(name("\u001b[31m" + "long ".repeat(200) + i), 0, 0));
    }

    private static byte[] sameTypes() {
        return guest().functions(9_000, NOTHING, NOTHING, code(0, END))
                .with(TYPE_SECTION, code(u32(490), contractTypes(), repeat(488, type(0, 0))))
                .build();
    }

    private static byte[] typesTimesFunctions() {
        return guest().functions(19_000, code(1, F64), NOTHING, code(0, END))
                .with(TYPE_SECTION, code(u32(490), contractTypes(), type(1, 0), repeat(487, type(3, 1))))
                .build();
    }

    private static byte[] manyParameters() {
        return guest().functions(19_000, code(50, repeat(50, I64)), NOTHING, code(0, UNREACHABLE, END))
                .build();
    }

    private static byte[] throughCalls() {
        var fifty = code(50, repeat(50, I64));
        return guest().function("", fifty, fifty, UNREACHABLE)
                .functions(
                        2_000,
                        NOTHING,
                        NOTHING,
                        code(0, repeat(50, i64(1)), repeat(300, CALL, 2), repeat(50, DROP), END))
                .build();
    }

    /// More than one JVM class can have.
    private static byte[] constants() {
        var guest = guest();
        for (int function = 0; function < 110; function++) {
            var first = 1_000_000_007L * (function + 1);
            var body = Wasm.many(900, i -> code(i64(first + i), DROP));
            guest.rawFunction("", NOTHING, NOTHING, code(0, body, END));
        }
        return guest.build();
    }
}
