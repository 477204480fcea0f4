package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.IMPORT_DENIED;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.TestGuest;

/// Parts of WebAssembly that this host does not run, because it could not bound them.
final class LeftOutFeatures {

    private static final int VECTOR = 0xfd;
    private static final int THREAD = 0xfe;
    private static final int OBJECT = 0xfb;

    private LeftOutFeatures() {}

    static Group of() {
        return types(sections(instructions(new Group("features left out"))));
    }

    private static Group instructions(Group group) {
        using(group, "vectors: a constant", VECTOR, 12, new byte[16], DROP);
        using(group, "vectors: a load", i32(0), VECTOR, 0, 4, 0, DROP);
        using(group, "vectors: relaxed arithmetic", VECTOR, u32(0x105), DROP);
        using(group, "tail calls: return_call", LOCAL_GET, 0, LOCAL_GET, 1, RETURN_CALL, HANDLE_FUNCTION);
        using(group, "tail calls: return_call_indirect", i32(0), 0x13, 0, 0);
        using(group, "references: call_ref", 0x14, 0);
        using(group, "references: return_call_ref", 0x15, 0);
        using(group, "references: ref.null", 0xd0, FUNCREF, DROP);
        using(group, "references: ref.func", REF_FUNC, 0, DROP);
        using(group, "references: ref.is_null", 0xd0, FUNCREF, 0xd1, DROP);
        using(group, "references: ref.as_non_null", 0xd0, FUNCREF, 0xd4, DROP);
        using(group, "references: br_on_null", 0xd0, FUNCREF, 0xd5, 0, DROP);
        using(group, "references: a select with a type", i32(1), i32(1), i32(1), 0x1c, 1, I32, DROP);
        using(group, "exceptions: throw", 0x08, 0);
        using(group, "exceptions: throw_ref", 0x0a);
        using(group, "exceptions: try", 0x06, NO_RESULT, END);
        using(group, "exceptions: try_table that catches all", 0x1f, NO_RESULT, 1, 2, 0, END);
        using(group, "exceptions: delegate", 0x06, NO_RESULT, 0x18, 0);
        using(group, "garbage collection: an array of a billion", i32(1_000_000_000), OBJECT, 7, 0, DROP);
        using(group, "garbage collection: a struct", OBJECT, 1, 0, DROP);
        using(group, "garbage collection: i31", i32(1), OBJECT, 28, DROP);
        using(group, "threads: a load", i32(0), THREAD, 0x10, 2, 0, DROP);
        using(group, "threads: waiting for ever", i32(0), i32(0), i64(-1), THREAD, 1, 2, 0, DROP);
        using(group, "threads: waking others", i32(0), i32(9), THREAD, 0, 2, 0, DROP);
        using(group, "threads: a fence", THREAD, 3, 0);
        return group;
    }

    private static Group sections(Group group) {
        return group.isNotLoaded("threads: shared memory", guest().memory(3, 1, 1), FEATURE)
                .isNotLoaded("threads: shared memory without a maximum", guest().memory(2, 1), FEATURE)
                .isNotLoaded("64 bits: memory", guest().memory(4, 1), FEATURE)
                .isNotLoaded("64 bits: memory of 2^60 pages", guest().memory(5, 1, repeat(8, 0xff), 0x0f), FEATURE)
                .isNotLoaded("pages of another size", guest().memory(8, 1, 0), FEATURE)
                .isNotLoaded("two memories", guest().with(MEMORY_SECTION, 2, 0, 1, 0, 1), FEATURE)
                .isNotLoaded(
                        "two memories, one of 4 GiB", guest().with(MEMORY_SECTION, 2, 0, 1, 0, u32(65_536)), FEATURE)
                .isNotLoaded("a thousand memories", guest().with(MEMORY_SECTION, list(1_000, _ -> code(0, 1))), FEATURE)
                .isNotLoaded("exceptions: a tag", guest().with(TAG_SECTION, 1, 0, 0), FEATURE)
                .isNotLoaded(
                        "exceptions: an imported tag",
                        guest().with(IMPORT_SECTION, 1, name("e"), name("t"), 4, 0, 0),
                        IMPORT_DENIED);
    }

    private static Group types(Group group) {
        return group.isNotLoaded("a struct", type(0x5f, 0), FEATURE)
                .isNotLoaded("an array", type(0x5e, I32, 1), FEATURE)
                .isNotLoaded("a recursive group", type(0x4e, 1, FUNCTION_TYPE, 0, 0), FEATURE)
                .isNotLoaded("a recursive group of 4,294,967,295", type(0x4e, u32(0xffff_ffffL)), FEATURE)
                .isNotLoaded("a subtype", type(0x50, 0, FUNCTION_TYPE, 0, 0), FEATURE)
                .isNotLoaded("a subtype of 4,294,967,295 others", type(0x50, u32(0xffff_ffffL)), FEATURE)
                .isNotLoaded("a vector as a parameter", guest().function("", code(1, V128), code(0)), FEATURE)
                .isNotLoaded("a function as a parameter", guest().function("", code(1, FUNCREF), code(0)), FEATURE)
                .isNotLoaded(
                        "an object as a result",
                        guest().function("", code(0), code(1, EXTERNREF), UNREACHABLE),
                        FEATURE)
                .isNotLoaded(
                        "a reference to a type as a result",
                        guest().function("", code(0), code(1, 0x64, 0), UNREACHABLE),
                        FEATURE)
                .isNotLoaded("a vector as a local", raw(1, 1, V128, END), FEATURE)
                .isNotLoaded("an object as a local", raw(1, 1, EXTERNREF, END), FEATURE)
                .isNotLoaded("a block that gives a vector", raw(0, BLOCK, V128, UNREACHABLE, END, DROP, END), FEATURE)
                .isNotLoaded(
                        "a block that gives a function", raw(0, BLOCK, FUNCREF, UNREACHABLE, END, DROP, END), FEATURE)
                .isHarmless(
                        "two results",
                        guest().function("", code(0), code(2, I64, I32), i64(usualAnswer()), i32(1))
                                .handle(CALL, 2, DROP));
    }

    private static void using(Group group, String name, Object... body) {
        group.isNotLoaded(name, guest().handle(code(body), i64(usualAnswer())), GuestFault.FEATURE);
    }

    private static TestGuest type(Object... type) {
        return guest().with(TYPE_SECTION, 1, code(type));
    }

    private static TestGuest raw(Object... body) {
        return guest().rawFunction("", code(0), code(0), code(body));
    }
}
