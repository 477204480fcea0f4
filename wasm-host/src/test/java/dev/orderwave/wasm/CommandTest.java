package dev.orderwave.wasm;

import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.BAD_VERDICT;
import static dev.orderwave.wasm.GuestFault.GUEST_ERROR;
import static dev.orderwave.wasm.GuestFault.IMPORT_DENIED;
import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.Guests.LIMITS;
import static dev.orderwave.wasm.Guests.failure;
import static dev.orderwave.wasm.TestCommand.STDERR;
import static dev.orderwave.wasm.TestCommand.STDOUT;
import static dev.orderwave.wasm.TestCommand.TEXT;
import static dev.orderwave.wasm.TestCommand.clock;
import static dev.orderwave.wasm.TestCommand.echo;
import static dev.orderwave.wasm.TestCommand.exit;
import static dev.orderwave.wasm.TestCommand.random;
import static dev.orderwave.wasm.TestCommand.readMessage;
import static dev.orderwave.wasm.TestCommand.running;
import static dev.orderwave.wasm.TestCommand.write;
import static dev.orderwave.wasm.Wasm.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A module may also be a program that reads the message on stdin and writes the verdict to stdout.
@ParameterizedClass
@EnumSource(InstancePolicy.class)
class CommandTest {

    private static final byte[] REJECTION = "{\"reject\":\"as it says\"}".getBytes(UTF_8);
    private static final int JUST_THE_CLOCK = 8;

    private final Sandbox sandbox;

    CommandTest(InstancePolicy instances) {
        sandbox = Sandbox.granting("out").withLimits(LIMITS).withInstances(instances);
    }

    @Test
    void what_a_command_writes_to_stdout_is_its_verdict() {
        var guest = load(echo());

        for (int i = 0; i < 3; i++) {
            assertThat(guest.handle(REJECTION)).isEqualTo(new Verdict.Reject("as it says"));
        }
    }

    @Test
    void exit_code_0_is_a_good_end() {
        assertThat(load(echo(exit(0), UNREACHABLE)).handle(REJECTION)).isEqualTo(new Verdict.Reject("as it says"));
    }

    @Test
    void another_exit_code_is_the_commands_own_error_in_the_words_of_stderr() {
        var guest = load(running(readMessage(), write(STDERR), exit(3)));

        var failure = failure(() -> guest.handle("no such\u001b[31m customer".getBytes(UTF_8)));

        assertThat(failure.fault()).isEqualTo(GUEST_ERROR);
        assertThat(failure).hasMessageContaining("guest-error: exit code 3 no such [31m customer; the message");
    }

    @Test
    void a_trap_is_told_with_what_the_command_wrote_to_stderr_before() {
        var guest = load(running(readMessage(), write(STDERR), UNREACHABLE));

        var failure = failure(() -> guest.handle("panic: out of paper".getBytes(UTF_8)));

        assertThat(failure.fault()).isEqualTo(TRAP);
        assertThat(failure).hasMessageContaining("panic: out of paper");
    }

    @Test
    void a_command_that_writes_nothing_gives_no_verdict() {
        assertThat(failure(() -> load(running()).handle(REJECTION)).fault()).isEqualTo(BAD_VERDICT);
    }

    @Test
    void a_command_that_writes_for_ever_is_ended() {
        var chatty = load(running(forever(write(STDOUT))));

        assertThat(failure(() -> chatty.handle(REJECTION)).fault()).isEqualTo(TIMEOUT);
    }

    @Test
    void a_command_that_writes_more_than_its_limit_gives_no_verdict() {
        var limits = LIMITS.withMaxOutputBytes(1999);
        var guest = Guest.load(
                ModuleSource.compiledAtLoad("tested", running(write(STDOUT), write(STDOUT))),
                sandbox.withLimits(limits));

        assertThat(failure(() -> guest.handle(REJECTION)).fault()).isEqualTo(BAD_OUTPUT);
    }

    @Test
    void a_list_of_buffers_ends_with_the_memory() {
        var lying = code(i32(STDOUT), i32(TEXT), i32(Integer.MAX_VALUE), i32(0), CALL, 1, DROP);

        assertThat(failure(() -> load(running(lying)).handle(REJECTION)).fault())
                .isEqualTo(TRAP);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 65_536 - JUST_THE_CLOCK + 1})
    void a_place_outside_of_the_memory_is_a_trap(int address) {
        var guest = load(running(i32(0), i64(1), i32(address), CALL, 3, DROP));

        assertThat(failure(() -> guest.handle(REJECTION)).fault()).isEqualTo(TRAP);
    }

    @Test
    void without_being_granted_a_clock_a_command_finds_it_standing_still() {
        assertThat(message(failure(
                        () -> load(running(clock(), write(STDERR), exit(1))).handle(REJECTION))))
                .isEqualTo(message(failure(
                        () -> load(running(clock(), write(STDERR), exit(1))).handle(REJECTION))));
    }

    @Test
    void random_numbers_are_the_same_for_each_message_unless_they_are_granted() {
        var dice = running(random(200), write(STDERR), exit(1));
        var guest = load(dice);
        var granted = Guest.load(
                ModuleSource.compiledAtLoad("tested", dice), sandbox.withCapabilities(Set.of(Capability.RANDOM)));

        assertThat(message(failure(() -> guest.handle(REJECTION))))
                .isEqualTo(message(failure(() -> guest.handle(REJECTION))));
        assertThat(message(failure(() -> granted.handle(REJECTION))))
                .isNotEqualTo(message(failure(() -> granted.handle(REJECTION))));
    }

    @Test
    void a_function_of_wasi_with_other_parameters_is_denied() {
        var module = TestGuest.any()
                .with(2, 1, name("wasi_snapshot_preview1"), name("fd_write"), 0, 0)
                .build();

        var failure = failure(() -> load(module));

        assertThat(failure.fault()).isEqualTo(IMPORT_DENIED);
        assertThat(failure).hasMessageContaining("wasi_snapshot_preview1.fd_write as (I32) -> (I32), but it is");
    }

    private Guest load(byte[] wasm) {
        return Guest.load(ModuleSource.compiledAtLoad("tested", wasm), sandbox);
    }

    private static String message(GuestException failure) {
        return String.valueOf(failure.getMessage());
    }
}
