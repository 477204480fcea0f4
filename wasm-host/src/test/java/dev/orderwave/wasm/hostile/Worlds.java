package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.BAD_VERDICT;
import static dev.orderwave.wasm.GuestFault.GUEST_ERROR;
import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.TestCommand.BUFFERS;
import static dev.orderwave.wasm.TestCommand.COUNT;
import static dev.orderwave.wasm.TestCommand.STDERR;
import static dev.orderwave.wasm.TestCommand.STDIN;
import static dev.orderwave.wasm.TestCommand.STDOUT;
import static dev.orderwave.wasm.TestCommand.exit;
import static dev.orderwave.wasm.TestCommand.random;
import static dev.orderwave.wasm.TestCommand.readMessage;
import static dev.orderwave.wasm.TestCommand.write;
import static dev.orderwave.wasm.Wasm.*;

import dev.orderwave.wasm.TestCommand;

/// Commands that use WASI for what it is not there for.
final class Worlds {

    private static final int FD_READ = 0;
    private static final int FD_WRITE = 1;
    private static final int CLOCK_TIME_GET = 3;
    private static final int RANDOM_GET = 4;
    private static final int LEAST = Integer.MIN_VALUE;

    private Worlds() {}

    static Group of() {
        var group = new Group("WASI");
        trapping(group, "buffers before the memory", writing(STDOUT, -8, 1, COUNT));
        trapping(group, "buffers at the end of the memory", writing(STDOUT, 65_535, 1, COUNT));
        trapping(group, "2,147,483,647 buffers", writing(STDOUT, BUFFERS, Integer.MAX_VALUE, COUNT));
        trapping(group, "2,147,483,647 buffers on stderr", writing(STDERR, BUFFERS, Integer.MAX_VALUE, COUNT));
        trapping(group, "the count of bytes beyond the memory", writing(STDOUT, BUFFERS, 1, 65_534));
        trapping(group, "the count of bytes before the memory", writing(STDOUT, BUFFERS, 1, LEAST));
        trapping(group, "a buffer of 4 GiB", code(buffer(0, -1), write(STDOUT)));
        trapping(group, "a buffer that ends after the memory", code(buffer(65_535, 2), write(STDOUT)));
        trapping(group, "a buffer at -1", code(buffer(-1, 1), write(STDERR)));
        trapping(group, "reading to beyond the memory", code(buffer(65_535, 2), reading(BUFFERS, 1, COUNT)));
        trapping(group, "reading into buffers beyond the memory", reading(65_533, 1, COUNT));
        trapping(group, "the time beyond the memory", code(i32(0), i64(0), i32(65_530), CALL, CLOCK_TIME_GET, DROP));
        trapping(group, "random bytes beyond the memory", code(i32(65_000), i32(1_000), CALL, RANDOM_GET, DROP));
        trapping(group, "4 GiB of random bytes", code(i32(0), i32(-1), CALL, RANDOM_GET, DROP));
        return group.fails("writing to stdout for ever", command(forever(write(STDOUT))), TIMEOUT)
                .fails("writing to stderr for ever", command(forever(write(STDERR))), TIMEOUT)
                .fails("reading for ever", command(forever(readMessage())), TIMEOUT)
                .fails("random bytes for ever", command(forever(random(60_000))), TIMEOUT)
                .fails("asking for the time for ever", command(forever(TestCommand.clock())), TIMEOUT)
                .fails("more on stdout than allowed", command(repeat(1_100, write(STDOUT))), BAD_OUTPUT)
                .fails("nothing on stdout", command(readMessage()), BAD_VERDICT)
                .fails("zeros on stdout", command(write(STDOUT)), BAD_VERDICT)
                .fails("its verdict on stderr", command(readMessage(), write(STDERR)), BAD_VERDICT)
                .fails("exit code 1", command(exit(1)), GUEST_ERROR)
                .fails("the least exit code", command(exit(LEAST)), GUEST_ERROR)
                .fails("exit code 0 without a verdict", command(exit(0)), BAD_VERDICT)
                .fails("writing to a file", command(writing(3, BUFFERS, 1, COUNT)), BAD_VERDICT)
                .fails("writing to stdin", command(writing(STDIN, BUFFERS, 1, COUNT)), BAD_VERDICT)
                .fails("writing to file -1", command(writing(-1, BUFFERS, 1, COUNT)), BAD_VERDICT);
    }

    private static void trapping(Group group, String name, byte[] body) {
        group.fails(name, command(body), TRAP);
    }

    private static java.util.function.Supplier<byte[]> command(Object... body) {
        return () -> TestCommand.running(body);
    }

    private static byte[] writing(int file, int buffers, int count, int written) {
        return code(i32(file), i32(buffers), i32(count), i32(written), CALL, FD_WRITE, DROP);
    }

    private static byte[] reading(int buffers, int count, int read) {
        return code(i32(STDIN), i32(buffers), i32(count), i32(read), CALL, FD_READ, DROP);
    }

    private static byte[] buffer(int address, int length) {
        return code(
                code(i32(BUFFERS), i32(address), I32_STORE, 2, 0),
                code(i32(BUFFERS + 4), i32(length), I32_STORE, 2, 0));
    }
}
