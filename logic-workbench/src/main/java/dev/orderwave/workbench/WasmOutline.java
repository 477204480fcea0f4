package dev.orderwave.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What a module asks for: its imports and the memory it starts with. Reads modules that the host has admitted.
///
/// @param imports as `module.name`
/// @param pages of 64 KiB that its memory has at first
record WasmOutline(List<Import> imports, int pages) {

    private static final int HEADER = 8;
    private static final int IMPORTS = 2;
    private static final int MEMORY = 5;
    private static final int IMPORTED_FUNCTION = 0;

    record Import(String module, String name) {}

    static WasmOutline of(byte[] wasm) {
        var imports = new ArrayList<Import>();
        var pages = 0;
        for (var module = ByteBuffer.wrap(wasm).position(HEADER); module.hasRemaining(); ) {
            var id = module.get();
            var content = next(module, number(module));
            switch (id) {
                case IMPORTS -> readImports(content, imports);
                case MEMORY -> pages = firstMemory(content);
                default -> {} // nothing in the other sections is asked for
            }
        }
        return new WasmOutline(List.copyOf(imports), pages);
    }

    /// `imports nothing`, or how many functions of which host module.
    String importsInWords() {
        if (imports.isEmpty()) {
            return "imports nothing";
        }
        return imports.stream().collect(groupingBy(Import::module, TreeMap::new, counting())).entrySet().stream()
                .map(module -> "%d of %s".formatted(module.getValue(), module.getKey()))
                .collect(joining(", ", "imports ", ""));
    }

    /// The host admits functions only; what comes after any other import is not read.
    private static void readImports(ByteBuffer content, List<Import> imports) {
        var kind = IMPORTED_FUNCTION;
        for (int left = number(content); left > 0 && kind == IMPORTED_FUNCTION; left--) {
            imports.add(new Import(text(content), text(content)));
            kind = content.get();
            number(content);
        }
    }

    private static int firstMemory(ByteBuffer content) {
        number(content); // how many memories
        content.get(); // whether there is a maximum
        return number(content);
    }

    private static String text(ByteBuffer content) {
        return UTF_8.decode(next(content, number(content))).toString();
    }

    private static ByteBuffer next(ByteBuffer content, int length) {
        var part = content.slice(content.position(), length);
        content.position(content.position() + length);
        return part;
    }

    /// LEB128.
    private static int number(ByteBuffer content) {
        var value = 0;
        var shift = 0;
        byte next;
        do {
            next = content.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
