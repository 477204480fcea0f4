package dev.orderwave.wasm.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.Sandbox;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Thousands of hostile modules leave nothing behind: no thread, no memory, no class.
@ParameterizedClass
@EnumSource(InstancePolicy.class)
class LeakTest {

    private static final long MOST_BYTES = 8 << 20;
    private static final int MOST_CLASSES = 200;

    /// What is slow is not met a thousand times: loops run into a short deadline, and giants are elsewhere.
    private static final Set<String> SLOW =
            Set.of("endless loops", "giants", "absurd counts", "modules that are cut off");

    private final Meeting meeting;

    LeakTest(InstancePolicy instances) {
        meeting = new Meeting(Sandbox.granting("out")
                .withLimits(Limits.DEFAULT.withPerCall(Duration.ofMillis(25)))
                .withInstances(instances));
    }

    @ParameterizedTest
    @ValueSource(ints = 5_000)
    void calls_leave_nothing_behind(int calls) {
        var guests = guests();
        call(guests, guests.size());
        var before = Traces.now();

        call(guests, calls);

        assertThatNothingIsLeft(before);
        assertThat(guests).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = 500)
    void loads_leave_nothing_behind(int loads) {
        var modules = Catalogue.modules()
                .filter(module -> !SLOW.contains(module.group()))
                .map(module -> module.wasm().get())
                .filter(wasm -> wasm.length < 100_000)
                .toList();
        load(modules, 50);
        var before = Traces.now();

        load(modules, loads);

        assertThatNothingIsLeft(before);
        assertThat(modules).isNotEmpty();
    }

    /// Those that load and then fail; of those that take all of their time, one.
    private List<Guest> guests() {
        return Stream.concat(failing(true).limit(1), failing(false))
                .map(module -> meeting.load(module.wasm().get()))
                .toList();
    }

    private static Stream<HostileModule> failing(boolean slow) {
        return Catalogue.modules()
                .filter(module -> module.ending() instanceof Ending.NotHandled)
                .filter(module -> SLOW.contains(module.group()) == slow);
    }

    private static void call(List<Guest> guests, int calls) {
        for (int i = 0; i < calls; i++) {
            var guest = guests.get(i % guests.size());
            try {
                guest.handle(Meeting.MESSAGE);
                throw new AssertionError("it was to fail");
            } catch (GuestException expected) {
                assertThat(expected.module()).isEqualTo(guest.module());
            }
        }
    }

    private void load(List<byte[]> modules, int loads) {
        for (int i = 0; i < loads; i++) {
            try {
                meeting.load(modules.get(i % modules.size()));
            } catch (GuestException expected) {
                assertThat(expected).hasMessageEndingWith("it was not loaded");
            }
        }
    }

    private static void assertThatNothingIsLeft(Traces before) {
        await().atMost(Duration.ofSeconds(30)).pollInSameThread().untilAsserted(() -> {
            var after = Traces.now();
            assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads);
            assertThat(after.heap - before.heap).as("growth of the heap").isLessThan(MOST_BYTES);
            assertThat(after.other - before.other).as("growth outside the heap").isLessThan(MOST_BYTES);
            assertThat(after.classes - before.classes).as("more classes").isLessThan(MOST_CLASSES);
        });
    }

    /// What the JVM holds after all garbage is gone.
    private record Traces(int threads, long heap, long other, int classes) {

        static Traces now() {
            System.gc();
            return new Traces(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    used(MemoryType.HEAP),
                    used(MemoryType.NON_HEAP),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        private static long used(MemoryType type) {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == type && !pool.getName().startsWith("CodeHeap"))
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
        }
    }
}
