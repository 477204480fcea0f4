package dev.orderwave.wasm;

import static dev.orderwave.wasm.Wasm.END;
import static dev.orderwave.wasm.Wasm.FUNCREF;
import static dev.orderwave.wasm.Wasm.I32;
import static dev.orderwave.wasm.Wasm.I64;
import static dev.orderwave.wasm.Wasm.code;
import static dev.orderwave.wasm.Wasm.header;
import static dev.orderwave.wasm.Wasm.i32;
import static dev.orderwave.wasm.Wasm.i64;
import static dev.orderwave.wasm.Wasm.list;
import static dev.orderwave.wasm.Wasm.name;
import static dev.orderwave.wasm.Wasm.section;
import static dev.orderwave.wasm.Wasm.sized;
import static dev.orderwave.wasm.Wasm.u32;
import static java.util.Comparator.comparingInt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes guests, good and bad ones. Function 0 is `alloc`, function 1 is `handle`, others follow; their types are
/// numbered as they come, and the same type has the same number. Unless told otherwise the guest has a page of memory,
/// keeps the message at
/// [#MESSAGE], and answers every message with the same text.
public final class TestGuest {

    public static final int TEXT = 1024;
    public static final int MESSAGE = 32_768;
    public static final int ALLOC_FUNCTION = 0;
    public static final int HANDLE_FUNCTION = 1;

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
        functions.add(new Function("alloc", code(1, I32), code(1, I32), code(0, i32(MESSAGE), END)));
        functions.add(new Function("handle", code(2, I32, I32), code(1, I64), code(0, i64(answer), END)));
        sections.put(11, code(1, 0, i32(TEXT), END, sized(text)));
    }

    public static TestGuest answering(String text) {
        return answering(text.getBytes(StandardCharsets.UTF_8));
    }

    public static TestGuest answering(byte[] text) {
        return new TestGuest(text);
    }

    /// A guest whose verdict does not matter, because it should never come to one.
    public static TestGuest any() {
        return answering("{\"emit\":[{\"to\":\"out\"}]}");
    }

    public TestGuest alloc(Object... body) {
        return replace(ALLOC_FUNCTION, code(0, code(body), END));
    }

    public TestGuest handle(Object... body) {
        return replace(HANDLE_FUNCTION, code(0, code(body), END));
    }

    /// @param body with its locals and its end
    public TestGuest rawHandle(byte[] body) {
        return replace(HANDLE_FUNCTION, body);
    }

    public TestGuest function(String export, byte[] parameters, byte[] results, Object... body) {
        return rawFunction(export, parameters, results, code(0, code(body), END));
    }

    /// @param body with its locals and its end, if it has any
    public TestGuest rawFunction(String export, byte[] parameters, byte[] results, byte[] body) {
        functions.add(new Function(export, parameters, results, body));
        return this;
    }

    /// The same function many times.
    public TestGuest functions(int times, byte[] parameters, byte[] results, byte[] rawBody) {
        functions.addAll(Collections.nCopies(times, new Function("", parameters, results, rawBody)));
        return this;
    }

    /// A table of so many functions, of which none is there yet.
    public TestGuest table(long entries) {
        return with(4, 1, FUNCREF, 0, u32(entries));
    }

    /// Puts these functions at the start of the table.
    public TestGuest elements(int... functions) {
        return with(9, 1, 0, i32(0), END, list(functions.length, i -> u32(functions[i])));
    }

    public TestGuest start(int function) {
        return with(8, u32(function));
    }

    public TestGuest rename(int function, String export) {
        var old = functions.get(function);
        functions.set(function, new Function(export, old.parameters, old.results, old.body));
        return this;
    }

    public TestGuest memory(Object... limits) {
        memory = code(limits);
        return this;
    }

    /// Adds or replaces a section as it stands.
    public TestGuest with(int section, Object... content) {
        sections.put(section, code(content));
        return this;
    }

    public byte[] build() {
        var all = new TreeMap<Integer, byte[]>(comparingInt(TestGuest::place));
        var types = functions.stream().map(Function::type).distinct().toList();
        all.put(1, list(types.size(), i -> types.get(i).array()));
        all.put(3, vector(f -> u32(types.indexOf(f.type()))));
        all.put(5, code(1, memory));
        all.put(7, exports());
        all.put(10, vector(f -> sized(f.body)));
        all.putAll(sections);
        var module = header();
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
        return list(functions.size(), i -> entry.apply(functions.get(i)));
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

    /// A function as the binary format has it: parameters and results are a count and the types, the body has its
    /// locals and its end.
    private record Function(String export, byte[] parameters, byte[] results, byte[] body) {

        ByteBuffer type() {
            return ByteBuffer.wrap(code(0x60, parameters, results));
        }
    }
}
