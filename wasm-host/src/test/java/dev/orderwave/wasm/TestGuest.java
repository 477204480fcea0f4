package dev.orderwave.wasm;

import static dev.orderwave.wasm.Wasm.END;
import static dev.orderwave.wasm.Wasm.I32;
import static dev.orderwave.wasm.Wasm.I64;
import static dev.orderwave.wasm.Wasm.code;
import static dev.orderwave.wasm.Wasm.i32;
import static dev.orderwave.wasm.Wasm.i64;
import static dev.orderwave.wasm.Wasm.name;
import static dev.orderwave.wasm.Wasm.section;
import static dev.orderwave.wasm.Wasm.sized;
import static dev.orderwave.wasm.Wasm.u32;
import static java.util.Comparator.comparingInt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes guests, good and bad ones. Unless told otherwise the guest has a page of memory, keeps the message at
/// [#MESSAGE], and answers every message with the same text.
final class TestGuest {

    static final int TEXT = 1024;
    static final int MESSAGE = 32_768;
    static final int ALLOC_FUNCTION = 0;
    static final int HANDLE_FUNCTION = 1;

    private static final int GLOBAL = 6;
    private static final int CODE = 10;
    private static final int TAG = 13;
    private static final int DATA_COUNT = 12;
    private static final int MEMORY_EXPORT = 2;
    private static final int FUNCTION_EXPORT = 0;

    private final List<Function> functions = new ArrayList<>();
    private final Map<Integer, byte[]> sections = new TreeMap<>();
    private byte[] memory = code(0, u32(1));

    private TestGuest(byte[] text) {
        var answer = (long) TEXT << 32 | text.length;
        functions.add(new Function("alloc", code(1, I32), code(1, I32), i32(MESSAGE)));
        functions.add(new Function("handle", code(2, I32, I32), code(1, I64), i64(answer)));
        sections.put(11, code(1, 0, i32(TEXT), END, sized(text)));
    }

    static TestGuest answering(String text) {
        return answering(text.getBytes(StandardCharsets.UTF_8));
    }

    static TestGuest answering(byte[] text) {
        return new TestGuest(text);
    }

    /// A guest whose verdict does not matter, because it should never come to one.
    static TestGuest any() {
        return answering("{\"emit\":[{\"to\":\"out\"}]}");
    }

    TestGuest alloc(Object... body) {
        return replace(ALLOC_FUNCTION, code(body));
    }

    TestGuest handle(Object... body) {
        return replace(HANDLE_FUNCTION, code(body));
    }

    TestGuest function(String export, byte[] parameters, byte[] results, Object... body) {
        functions.add(new Function(export, parameters, results, code(body)));
        return this;
    }

    TestGuest rename(int function, String export) {
        var old = functions.get(function);
        functions.set(function, new Function(export, old.parameters, old.results, old.body));
        return this;
    }

    TestGuest memory(Object... limits) {
        memory = code(limits);
        return this;
    }

    /// Adds or replaces a section as it stands.
    TestGuest with(int section, Object... content) {
        sections.put(section, code(content));
        return this;
    }

    byte[] build() {
        var all = new TreeMap<Integer, byte[]>(comparingInt(TestGuest::place));
        all.put(1, vector(f -> code(0x60, f.parameters, f.results)));
        all.put(3, code(u32(functions.size()), indices()));
        all.put(5, code(1, memory));
        all.put(7, exports());
        all.put(10, vector(f -> sized(code(0, f.body, END))));
        all.putAll(sections);
        var module = code(0, (int) 'a', (int) 's', (int) 'm', 1, 0, 0, 0);
        for (var section : all.entrySet()) {
            module = code(module, section(section.getKey(), section.getValue()));
        }
        return module;
    }

    /// Sections stand in the order of their numbers, but for the two that were invented later.
    private static int place(int section) {
        return switch (section) {
            case DATA_COUNT -> 2 * CODE - 1;
            case TAG -> 2 * GLOBAL - 1;
            default -> 2 * section;
        };
    }

    private TestGuest replace(int function, byte[] body) {
        var old = functions.get(function);
        functions.set(function, new Function(old.export, old.parameters, old.results, body));
        return this;
    }

    private byte[] vector(java.util.function.Function<Function, byte[]> entry) {
        var content = u32(functions.size());
        for (var function : functions) {
            content = code(content, entry.apply(function));
        }
        return content;
    }

    private byte[] indices() {
        var content = new byte[0];
        for (int i = 0; i < functions.size(); i++) {
            content = code(content, u32(i));
        }
        return content;
    }

    private byte[] exports() {
        var content = code(name("memory"), MEMORY_EXPORT, 0);
        var count = 1;
        for (int i = 0; i < functions.size(); i++) {
            if (!functions.get(i).export.isEmpty()) {
                content = code(content, name(functions.get(i).export), FUNCTION_EXPORT, u32(i));
                count++;
            }
        }
        return code(u32(count), content);
    }

    /// A function; parameters and results are written as the binary format has them: a count and the types.
    private record Function(String export, byte[] parameters, byte[] results, byte[] body) {}
}
