package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.Wasm.*;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestCache;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.TestGuest;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A process to be attacked. It has a small heap and ends when that runs out, as the services do; whoever started it
/// sees whether it lives to say that it still answers.
final class SmallHost {

    static final String STILL_ANSWERS = "still answers: Reject[reason=as usual]";

    private static final int FIRST_FUNCTION = 2;
    private static final int CALLERS = 64;
    private static final int DEEPEST = 30_000;
    private static final int TENANTS = 30;

    private final Meeting meeting = new Meeting(Sandbox.granting("out"));

    public static void main(String[] arguments) throws Exception {
        var host = new SmallHost();
        host.useEverythingAtTheBottomOfTheStack();
        host.loadWhatIsLarge();
        host.loadAsMuchAsIsAllowed();
        host.fillMemoryFromManyThreads();
        host.keepManyWithLargeMemories(InstancePolicy.FRESH);
        host.keepManyWithLargeMemories(InstancePolicy.SNAPSHOT);

        var all = Group.guest().handle(AllKinds.ofInstructions(), i64(Group.usualAnswer()));
        System.out.println("still answers: " + host.meeting.load(all.build()).handle(Meeting.MESSAGE));
    }

    /// The guest goes down as many calls as its message has bytes, and only there computes something. One of these
    /// depths leaves it just too little stack.
    private void useEverythingAtTheBottomOfTheStack() {
        var down = code(LOCAL_GET, 0, i32(1), I32_SUB, CALL, FIRST_FUNCTION);
        var guest = meeting.load(Group.guest()
                .function(
                        "",
                        code(1, I32),
                        code(0),
                        code(LOCAL_GET, 0, IF, NO_RESULT, down, ELSE, AllKinds.ofInstructions(), END))
                .handle(LOCAL_GET, 1, CALL, FIRST_FUNCTION, i64(Group.usualAnswer()))
                .build());
        for (int depth = DEEPEST; depth > 0 && !answers(guest, depth); depth -= 10) {
            assert depth > 1 : "it was to get to the bottom";
        }
    }

    private void loadWhatIsLarge() {
        Stream.of(Giants.of(), AbsurdCounts.of(), MemoryBombs.of(), Tables.of(), Segments.of(), Numbers.of())
                .flatMap(Group::modules)
                .forEach(this::meet);
    }

    /// Whatever is a little too much is refused, so each of these comes to the most that is compiled in this heap.
    private void loadAsMuchAsIsAllowed() {
        var nothing = code(0);
        Stream.of(
                        code(0, repeat(500, i32(1), DROP), END),
                        code(0, END),
                        code(1, u32(4_900), I64, END),
                        code(1, u32(500), F64, repeat(300, i32(0), IF, NO_RESULT, END), END),
                        code(0, repeat(900, i32(0), BR_TABLE, 3, 0, 0, 0, 0), END),
                        code(0, f64(1), repeat(500, f64(2), F64_DIV), DROP, END))
                .forEach(body -> {
                    for (int functions = 10; loads(Group.guest().functions(functions, nothing, nothing, body)); ) {
                        functions += functions / 4;
                    }
                });
    }

    /// With as many at once as there may be, what each of them may have is far more than the heap.
    private void fillMemoryFromManyThreads() throws Exception {
        var greedy = meeting.load(Group.guest()
                .handle(i32(255), MEMORY_GROW, 0, DROP, forever(), UNREACHABLE)
                .build());
        Callable<Boolean> call = () -> answers(greedy, 1);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            threads.invokeAll(
                    IntStream.range(0, 2 * CALLERS).mapToObj(_ -> call).toList());
        }
    }

    /// Each is a few hundred bytes and has a memory of 16 MiB.
    private void keepManyWithLargeMemories(InstancePolicy instances) {
        var cache = new GuestCache(
                name -> ModuleSource.compiledAtLoad(name, largeMemory(name)),
                Sandbox.granting("out").withInstances(instances),
                1 << 20);
        for (int i = 0; i < TENANTS; i++) {
            answers(cache.guest("tenant-" + i), 1);
        }
    }

    private static byte[] largeMemory(String name) {
        return TestGuest.answering("{\"reject\":\"" + name + "\"}")
                .memory(0, u32(256))
                .build();
    }

    private void meet(HostileModule module) {
        try {
            answers(meeting.load(module.wasm().get()), Meeting.MESSAGE.length);
        } catch (GuestException refused) {
            System.out.println(module + ": " + refused.getMessage());
        }
    }

    private boolean loads(TestGuest guest) {
        try {
            meeting.load(guest.build());
            return true;
        } catch (GuestException refused) {
            System.out.println(refused.getMessage());
            return false;
        }
    }

    private static boolean answers(Guest guest, int length) {
        try {
            guest.handle(new byte[length]);
            return true;
        } catch (GuestException failed) {
            return false;
        }
    }
}
