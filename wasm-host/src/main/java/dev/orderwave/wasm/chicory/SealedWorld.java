package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.orderwave.wasm.Capability;
import dev.orderwave.wasm.wasi.WasiFunction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// What a guest finds behind WASI: no arguments, no environment, no files, no network. There are the three standard
/// streams, which end in memory, and a clock and random numbers, which stand still unless they are granted.
///
/// A function that would reach for more answers as a system does that has nothing of the kind: bad file descriptor.
/// Each does a bounded amount of work, because the watchdog cannot stop it: a list in the guest's memory is never
/// longer than that memory.
final class SealedWorld {

    /// Not zero, which some runtimes take for a broken clock.
    private static final long STOPPED_CLOCK = Duration.between(Instant.EPOCH, Instant.parse("2000-01-01T00:00:00Z"))
            .toNanos();

    private static final SecureRandom TRUE_RANDOM = new SecureRandom();

    private static final int SUCCESS = 0;
    private static final int BAD_FILE_DESCRIPTOR = 8;

    private static final int STDIN = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final byte CHARACTER_DEVICE = 2;
    private static final int FDSTAT_BYTES = 24;

    private static final int SUBSCRIPTION_BYTES = 48;
    private static final int EVENT_BYTES = 32;
    private static final int TAG = 8;
    private static final int EVENT_TYPE = 10;

    private static final int LONGEST_STDERR = 300;

    private final FlatMemory memory;
    private final Set<Capability> capabilities;
    private final int longestStdout;
    private byte[] stdin = {};
    private int stdinRead;
    private ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private SplittableRandom random = new SplittableRandom(0);

    SealedWorld(FlatMemory memory, Set<Capability> capabilities, int longestStdout) {
        this.memory = memory;
        this.capabilities = capabilities;
        this.longestStdout = longestStdout;
    }

    /// The functions that a module asks for, working on this world.
    ImportValues imports(List<WasiFunction> functions) {
        return ImportValues.builder()
                .addFunction(functions.stream().map(this::bind).toArray(ImportFunction[]::new))
                .build();
    }

    /// Forgets the message before.
    void reset(byte[] message) {
        stdin = message;
        stdinRead = 0;
        random = new SplittableRandom(0);
        stdout = new ByteArrayOutputStream();
        stderr = new ByteArrayOutputStream();
    }

    /// What was written to stdout, cut one byte after the limit.
    byte[] stdout() {
        return stdout.toByteArray();
    }

    /// The beginning of what was written to stderr.
    String stderr() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    static FunctionType typeOf(WasiFunction function) {
        var parameters = function.parameters()
                .chars()
                .mapToObj(letter -> letter == 'I' ? ValType.I64 : ValType.I32)
                .toList();
        return FunctionType.of(parameters, function.returns() ? List.of(ValType.I32) : List.of());
    }

    private HostFunction bind(WasiFunction function) {
        return new HostFunction(WasiFunction.MODULE, function.importName(), typeOf(function), (_, arguments) ->
                new long[] {call(function, arguments)});
    }

    int call(WasiFunction function, long[] arguments) {
        return switch (function) {
            case ARGS_GET, ENVIRON_GET, SCHED_YIELD -> SUCCESS;
            case ARGS_SIZES_GET, ENVIRON_SIZES_GET -> nothing(arguments);
            case CLOCK_RES_GET -> putLong(arguments[1], 1);
            case CLOCK_TIME_GET -> putLong(arguments[2], time());
            case RANDOM_GET -> fillAtRandom(arguments[0], arguments[1]);
            case POLL_ONEOFF -> everythingIsReady(arguments);
            case PROC_EXIT -> throw new GuestExit((int) arguments[0]);
            case PROC_RAISE -> throw new GuestExit(128 + (int) arguments[0]);
            case FD_CLOSE, FD_FDSTAT_SET_FLAGS -> isStream(arguments[0]) ? SUCCESS : BAD_FILE_DESCRIPTOR;
            case FD_FDSTAT_GET -> isStream(arguments[0]) ? describeStream(arguments[1]) : BAD_FILE_DESCRIPTOR;
            case FD_READ -> arguments[0] == STDIN ? read(arguments) : BAD_FILE_DESCRIPTOR;
            case FD_WRITE -> write(arguments);
            case FD_ADVISE,
                    FD_ALLOCATE,
                    FD_DATASYNC,
                    FD_FDSTAT_SET_RIGHTS,
                    FD_FILESTAT_GET,
                    FD_FILESTAT_SET_SIZE,
                    FD_FILESTAT_SET_TIMES,
                    FD_PREAD,
                    FD_PRESTAT_DIR_NAME,
                    FD_PRESTAT_GET,
                    FD_PWRITE,
                    FD_READDIR,
                    FD_RENUMBER,
                    FD_SEEK,
                    FD_SYNC,
                    FD_TELL,
                    PATH_CREATE_DIRECTORY,
                    PATH_FILESTAT_GET,
                    PATH_FILESTAT_SET_TIMES,
                    PATH_LINK,
                    PATH_OPEN,
                    PATH_READLINK,
                    PATH_REMOVE_DIRECTORY,
                    PATH_RENAME,
                    PATH_SYMLINK,
                    PATH_UNLINK_FILE,
                    SOCK_ACCEPT,
                    SOCK_RECV,
                    SOCK_SEND,
                    SOCK_SHUTDOWN -> BAD_FILE_DESCRIPTOR;
        };
    }

    private int nothing(long[] places) {
        putInt(places[0], 0);
        return putInt(places[1], 0);
    }

    private long time() {
        if (!capabilities.contains(Capability.CLOCK)) {
            return STOPPED_CLOCK;
        }
        return Duration.between(Instant.EPOCH, Instant.now()).toNanos();
    }

    private int fillAtRandom(long address, long length) {
        var start = memory.at(address, length);
        var bytes = new byte[(int) length];
        if (capabilities.contains(Capability.RANDOM)) {
            TRUE_RANDOM.nextBytes(bytes);
        } else {
            random.nextBytes(bytes);
        }
        memory.write(start, bytes);
        return SUCCESS;
    }

    /// A guest never waits: there is nothing to wait for, and its time is short.
    private int everythingIsReady(long[] arguments) {
        for (long i = 0; i < arguments[2]; i++) {
            var subscription = memory.at(arguments[0] + i * SUBSCRIPTION_BYTES, SUBSCRIPTION_BYTES);
            var event = memory.at(arguments[1] + i * EVENT_BYTES, EVENT_BYTES);
            var userdata = memory.readLong(subscription);
            var tag = memory.read(subscription + TAG);
            memory.write(event, new byte[EVENT_BYTES]);
            memory.writeLong(event, userdata);
            memory.writeByte(event + EVENT_TYPE, tag);
        }
        return putInt(arguments[3], (int) arguments[2]);
    }

    private static boolean isStream(long descriptor) {
        return descriptor == STDIN || descriptor == STDOUT || descriptor == STDERR;
    }

    private int describeStream(long address) {
        var start = memory.at(address, FDSTAT_BYTES);
        memory.write(start, new byte[FDSTAT_BYTES]);
        memory.writeByte(start, CHARACTER_DEVICE);
        return SUCCESS;
    }

    private int read(long[] arguments) {
        long total = 0;
        for (long i = 0; i < arguments[2] && stdinRead < stdin.length; i++) {
            var buffer = buffer(arguments[1], i);
            var length = Math.min(buffer.length(), stdin.length - stdinRead);
            memory.write(buffer.address(), stdin, stdinRead, length);
            stdinRead += length;
            total += length;
        }
        return putInt(arguments[3], (int) total);
    }

    private int write(long[] arguments) {
        return switch ((int) arguments[0]) {
            case STDOUT -> write(arguments, stdout, longestStdout + 1);
            case STDERR -> write(arguments, stderr, LONGEST_STDERR);
            default -> BAD_FILE_DESCRIPTOR;
        };
    }

    /// Takes everything and keeps the beginning.
    private int write(long[] arguments, ByteArrayOutputStream stream, int most) {
        long total = 0;
        for (long i = 0; i < arguments[2]; i++) {
            var buffer = buffer(arguments[1], i);
            var kept = Math.min(buffer.length(), most - stream.size());
            stream.writeBytes(memory.readBytes(buffer.address(), kept));
            total += buffer.length();
        }
        return putInt(arguments[3], (int) total);
    }

    /// Entry `index` of a list of buffers, each an address and a length.
    private Buffer buffer(long list, long index) {
        var entry = memory.at(list + index * Long.BYTES, Long.BYTES);
        var length = Integer.toUnsignedLong(memory.readInt(entry + Integer.BYTES));
        return new Buffer(memory.at(Integer.toUnsignedLong(memory.readInt(entry)), length), (int) length);
    }

    private int putInt(long address, int value) {
        memory.writeI32(memory.at(address, Integer.BYTES), value);
        return SUCCESS;
    }

    private int putLong(long address, long value) {
        memory.writeLong(memory.at(address, Long.BYTES), value);
        return SUCCESS;
    }

    private record Buffer(int address, int length) {}
}
