package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.ABI;
import static dev.orderwave.wasm.GuestFault.COMPONENT;
import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.IMPORT_DENIED;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.GuestFault.NOT_WASM;
import static dev.orderwave.wasm.GuestFault.TOO_LARGE;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderwave.wasm.GuestFault;
import java.util.Arrays;
import java.util.Random;

/// Bytes that are no module, or another kind of one, or only a part of one.
final class Fragments {

    private static final GuestFault[] WHATEVER = {INVALID, LIMIT, FEATURE, ABI, IMPORT_DENIED};
    private static final byte[] WHOLE = guest().table(4)
            .elements(0, 1)
            .with(GLOBAL_SECTION, 1, I32, 1, i32(0), END)
            .with(DATA_COUNT_SECTION, 1)
            .build();

    private Fragments() {}

    static Group kinds() {
        return new Group("other kinds of files")
                .isNotLoaded("nothing", () -> new byte[0], NOT_WASM)
                .isNotLoaded("half of the first word", () -> code(0, (int) 'a'), NOT_WASM)
                .isNotLoaded("the first word", () -> code(0, (int) 'a', (int) 's', (int) 'm'), NOT_WASM)
                .isNotLoaded("a header and no more", () -> header(), ABI)
                .isNotLoaded("a component", () -> version(0x0d, 0, 1, 0), COMPONENT)
                .isNotLoaded("a component of version 1", () -> version(1, 0, 1, 0), COMPONENT)
                .isNotLoaded("another layer", () -> version(1, 0, 2, 0), COMPONENT, NOT_WASM)
                .isNotLoaded("version 0", () -> version(0, 0, 0, 0), NOT_WASM)
                .isNotLoaded("version 2", () -> version(2, 0, 0, 0), NOT_WASM)
                .isNotLoaded("version 256", () -> version(1, 1, 0, 0), NOT_WASM)
                .isNotLoaded("version 16,777,217", () -> version(1, 0, 0, 1), NOT_WASM)
                .isNotLoaded("the text format", () -> "(module (memory 1))".getBytes(UTF_8), NOT_WASM)
                .isNotLoaded("a script", () -> "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), NOT_WASM)
                .isNotLoaded("a compressed module", () -> code(0x1f, 0x8b, 8, 0, new byte[64]), NOT_WASM)
                .isNotLoaded("a program for Linux", () -> code(0x7f, "ELF".getBytes(UTF_8), new byte[64]), NOT_WASM)
                .isNotLoaded("a Java class", () -> code(0xca, 0xfe, 0xba, 0xbe, new byte[64]), NOT_WASM)
                .isNotLoaded("4 MiB of zeros", () -> new byte[4 << 20], NOT_WASM)
                .isNotLoaded("a byte more than 4 MiB", () -> code(header(), new byte[(4 << 20) - 7]), TOO_LARGE);
    }

    static Group cuts() {
        var group = new Group("modules that are cut off");
        var section = 1;
        for (int at = 8; at < WHOLE.length; section++) {
            var start = at;
            var size = WHOLE[at + 1];
            group.isNotLoaded("before section " + section, () -> head(start), ABI, INVALID)
                    .isNotLoaded("in the header of section " + section, () -> head(start + 1), INVALID)
                    .isNotLoaded("after the header of section " + section, () -> head(start + 2), INVALID)
                    .isNotLoaded("in the middle of section " + section, () -> head(start + 2 + size / 2), INVALID)
                    .isNotLoaded("a byte before the end of section " + section, () -> head(start + 1 + size), INVALID);
            at += 2 + size;
        }
        return group;
    }

    static Group noise() {
        var group = new Group("noise");
        for (int i = 0; i < 10; i++) {
            var seed = i;
            group.isNotLoaded("random bytes, seed " + seed, () -> bytes(seed, 2_000), NOT_WASM)
                    .isNotLoaded(
                            "random bytes after a header, seed " + seed,
                            () -> code(header(), bytes(seed, 2_000)),
                            WHATEVER)
                    .isNotLoaded(
                            "a section of random bytes, seed " + seed,
                            () -> code(header(), section(1 + seed, bytes(seed, 200))),
                            WHATEVER)
                    .isNotLoaded(
                            "a function of random bytes, seed " + seed,
                            () -> guest().rawFunction("", code(0), code(0), code(0, bytes(seed, 200)))
                                    .build(),
                            WHATEVER);
        }
        return group;
    }

    private static byte[] version(int... bytes) {
        return code((Object) code(0, (int) 'a', (int) 's', (int) 'm'), many(4, i -> code(bytes[i])));
    }

    private static byte[] head(int length) {
        return Arrays.copyOf(WHOLE, length);
    }

    private static byte[] bytes(int seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
