package dev.orderwave.wasm;

import static dev.orderwave.wasm.Wasm.CALL;
import static dev.orderwave.wasm.Wasm.DROP;
import static dev.orderwave.wasm.Wasm.END;
import static dev.orderwave.wasm.Wasm.I32;
import static dev.orderwave.wasm.Wasm.I32_LOAD;
import static dev.orderwave.wasm.Wasm.I32_STORE;
import static dev.orderwave.wasm.Wasm.I64;
import static dev.orderwave.wasm.Wasm.code;
import static dev.orderwave.wasm.Wasm.header;
import static dev.orderwave.wasm.Wasm.i32;
import static dev.orderwave.wasm.Wasm.i64;
import static dev.orderwave.wasm.Wasm.name;
import static dev.orderwave.wasm.Wasm.section;
import static dev.orderwave.wasm.Wasm.sized;

/// Writes WASI commands: programs that read stdin and write stdout. They have one page of memory, with a list of one
/// buffer at [#BUFFERS], which is [#TEXT] and the 1,000 bytes after it.
public final class TestCommand {

    public static final int BUFFERS = 16;
    public static final int COUNT = 32;
    public static final int TEXT = 1024;
    public static final int LONGEST_TEXT = 1000;

    public static final int STDIN = 0;
    public static final int STDOUT = 1;
    public static final int STDERR = 2;

    private static final String[] IMPORTS = {"fd_read", "fd_write", "proc_exit", "clock_time_get", "random_get"};
    private static final int[] TYPES = {1, 1, 2, 3, 4};
    private static final int FD_READ = 0;
    private static final int FD_WRITE = 1;
    private static final int PROC_EXIT = 2;
    private static final int CLOCK_TIME_GET = 3;
    private static final int RANDOM_GET = 4;

    private TestCommand() {}

    /// Answers with the message itself, then does the rest.
    public static byte[] echo(Object... rest) {
        return running(readMessage(), write(STDOUT), code(rest));
    }

    public static byte[] running(Object... body) {
        var imports = code(IMPORTS.length);
        for (int i = 0; i < IMPORTS.length; i++) {
            imports = code(imports, name("wasi_snapshot_preview1"), name(IMPORTS[i]), 0, TYPES[i]);
        }
        var types = code(
                5,
                code(0x60, 0, 0),
                code(0x60, 4, I32, I32, I32, I32, 1, I32),
                code(0x60, 1, I32, 0),
                code(0x60, 3, I32, I64, I32, 1, I32),
                code(0x60, 2, I32, I32, 1, I32));
        var buffers = new byte[] {0, TEXT >> 8, 0, 0, (byte) LONGEST_TEXT, LONGEST_TEXT >> 8, 0, 0};
        return code(
                header(),
                section(1, types),
                section(2, imports),
                section(3, code(1, 0)),
                section(5, code(1, 0, 1)),
                section(7, code(2, name("memory"), 2, 0, name("_start"), 0, IMPORTS.length)),
                section(10, code(1, sized(code(0, code(body), END)))),
                section(11, code(1, 0, i32(BUFFERS), END, sized(buffers))));
    }

    /// Puts the message at [#TEXT] and makes the buffer as long as the message.
    public static byte[] readMessage() {
        return code(
                i32(STDIN),
                i32(BUFFERS),
                i32(1),
                i32(COUNT),
                CALL,
                FD_READ,
                DROP,
                code(i32(BUFFERS + 4), i32(COUNT)),
                I32_LOAD,
                2,
                0,
                I32_STORE,
                2,
                0);
    }

    /// Writes the buffer.
    public static byte[] write(int stream) {
        return code(i32(stream), i32(BUFFERS), i32(1), i32(COUNT), CALL, FD_WRITE, DROP);
    }

    public static byte[] exit(int code) {
        return code(i32(code), CALL, PROC_EXIT);
    }

    /// Puts the time at [#TEXT].
    public static byte[] clock() {
        return code(i32(0), i64(1), i32(TEXT), CALL, CLOCK_TIME_GET, DROP);
    }

    /// Puts random bytes at [#TEXT].
    public static byte[] random(int length) {
        return code(i32(TEXT), i32(length), CALL, RANDOM_GET, DROP);
    }
}
