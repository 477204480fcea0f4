package dev.orderwave.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.local.SuitePart;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MischiefTest {
    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final Duration LOCK = Duration.ofSeconds(8);
    private static final SuitePart LASTING = part("lasting", true);
    private static final SuitePart FORGETFUL = part("forgetful", false);

    @Test
    void the_same_seed_draws_the_same_strikes() {
        var drawn = new Mischief(42, WINDOW, LOCK).draw(List.of(LASTING, FORGETFUL));

        assertThat(new Mischief(42, WINDOW, LOCK).draw(List.of(LASTING, FORGETFUL)))
                .isEqualTo(drawn);
        assertThat(drawn)
                .hasSizeBetween(1, 3)
                .allSatisfy(strike -> assertThat(strike.at()).isLessThan(WINDOW));
    }

    @Test
    void what_forgets_when_it_is_killed_is_never_killed() {
        Stream<Class<?>> kinds = strikes(FORGETFUL).map(strike -> strike.fault().getClass());

        assertThat(kinds).containsOnly(Fault.Paused.class, Fault.Stopped.class);
    }

    @Test
    void every_fault_is_drawn_and_some_pauses_outlast_the_lock() {
        var faults = strikes(LASTING).map(Strike::fault).toList();

        assertThat(faults.stream().map(Object::getClass).distinct()).hasSize(4);
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault)
                        .isInstanceOfSatisfying(
                                Fault.Paused.class,
                                paused -> assertThat(paused.pause()).isGreaterThan(LOCK)));
    }

    private static Stream<Strike> strikes(SuitePart part) {
        return LongStream.range(0, 100)
                .boxed()
                .flatMap(seed -> new Mischief(seed, WINDOW, LOCK).draw(List.of(part)).stream());
    }

    private static SuitePart part(String name, boolean survivesKill) {
        return new SuitePart(
                name,
                () -> {
                    throw new AssertionError("nothing is struck here");
                },
                () -> {},
                survivesKill);
    }
}
