package dev.orderwave.wasm.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.TestGuest;
import dev.orderwave.wasm.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Meets each module of the [Catalogue] with the limits that every service has: it ends in a clear error of the
/// expected kind, within a time of which a good part is the machine's, and the host lives on.
class HostileModulesTest {

    private static final Meeting MEETING = new Meeting(Sandbox.granting("out"));
    private static final Guest GOOD =
            MEETING.load(TestGuest.answering("{\"reject\":\"as always\"}").build());

    /// Whatever happened: the thread is not interrupted, and a good guest answers on it.
    @AfterEach
    void the_next_message_on_this_thread_is_handled() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(GOOD.handle(Meeting.MESSAGE)).isEqualTo(new Verdict.Reject("as always"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    @Timeout(30)
    void a_hostile_module_ends_in_a_clear_error(HostileModule module) {
        MEETING.with(module);
    }

    static Stream<HostileModule> modules() {
        return Catalogue.modules();
    }

    @Test
    void each_entry_of_the_catalogue_has_a_name_of_its_own() {
        assertThat(Catalogue.modules().map(HostileModule::toString))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(600);
    }
}
