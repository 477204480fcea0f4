package dev.orderwave.wasm.chicory;

import static dev.orderwave.wasm.Wasm.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.TestGuest;
import dev.orderwave.wasm.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What all guests share is there again for the next one, however a call ends.
@ParameterizedClass
@EnumSource(InstancePolicy.class)
class HostMemoryTest {

    private static final byte[] MESSAGE = "the message".getBytes(UTF_8);
    private static final byte[] GROW = code(i32(9), MEMORY_GROW, 0, DROP);
    private static final String ANSWER = "{\"reject\":\"grown\"}";

    private final Sandbox sandbox;

    HostMemoryTest(InstancePolicy instances) {
        sandbox = Sandbox.granting("out").withInstances(instances);
    }

    /// How a guest goes on after it has grown.
    private enum Course {
        WELL(i64((long) TestGuest.TEXT << 32 | ANSWER.length())),
        INTO_A_TRAP(code(UNREACHABLE)),
        INTO_NOWHERE(i64(-1)),
        FOR_EVER(code(forever(), UNREACHABLE));

        private final byte[] body;

        Course(byte[] body) {
            this.body = body;
        }
    }

    @AfterEach
    void nothing_stays_taken() {
        assertThat(HostMemory.SHARED.taken()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void a_guest_gives_back_what_it_took(Course course) {
        var guest = load(TestGuest.answering(ANSWER).handle(GROW, course.body));

        for (int i = 0; i < 3; i++) {
            assertThat(endsAsItShould(guest, course)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void so_does_a_guest_that_grows_before_its_first_message(Course course) {
        var body = course == Course.WELL ? code() : course.body;
        var guest = TestGuest.answering(ANSWER).function("_initialize", code(0), code(0), GROW, body, dropped(course));

        assertThat(loadsOrIsRefused(guest)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "WELL")
    void a_guest_that_finds_nothing_left_fails_and_the_next_one_does_not(Course course) {
        var guest = load(TestGuest.answering(ANSWER).handle(GROW, UNREACHABLE));
        var good = load(TestGuest.answering(ANSWER).handle(GROW, course.body));
        var all = HostMemory.SHARED.most() - 2 * (1 << 16);
        assertThat(HostMemory.SHARED.take(all)).isTrue();

        var failure = catchThrowableOfType(GuestException.class, () -> guest.handle(MESSAGE));
        HostMemory.SHARED.giveBack(all);

        assertThat(failure.fault()).isEqualTo(GuestFault.MEMORY);
        assertThat(failure).hasMessageContaining("all guests that run now have the");
        assertThat(good.handle(MESSAGE)).isEqualTo(new Verdict.Reject("grown"));
    }

    private Guest load(TestGuest guest) {
        return Guest.load(ModuleSource.compiledAtLoad("tested", guest.build()), sandbox);
    }

    private boolean loadsOrIsRefused(TestGuest guest) {
        try {
            return load(guest).handle(MESSAGE).equals(new Verdict.Reject("grown"));
        } catch (GuestException e) {
            return true;
        }
    }

    private static boolean endsAsItShould(Guest guest, Course course) {
        try {
            return guest.handle(MESSAGE).equals(new Verdict.Reject("grown")) && course == Course.WELL;
        } catch (GuestException e) {
            return course != Course.WELL;
        }
    }

    /// An i64 is no result of `_initialize`.
    private static byte[] dropped(Course course) {
        return course == Course.INTO_NOWHERE ? code(DROP) : code();
    }
}
