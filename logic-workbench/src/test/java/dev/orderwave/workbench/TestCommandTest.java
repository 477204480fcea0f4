package dev.orderwave.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.logic.OrderLogic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(OrderLogic.class)
    void a_module_named_after_its_role_passes_as_that(OrderLogic logic) throws IOException {
        var session = tested(file(logic.moduleName() + ".wasm", logic));

        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .contains(logic.source().info().sha256())
                .contains("imports nothing")
                .contains("tested as " + logic.moduleName() + ", which it is named after")
                .containsPattern("(?m)^\\d{3,} passed, 0 failed$")
                .containsPattern("(?m)^per call: p50 [\\d.]+ (us|ms), p99 ")
                .doesNotContain("FAILED");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void a_module_of_another_name_is_taken_for_a_router() throws IOException {
        var session = tested(file("mine.wasm", OrderLogic.ORDER_ROUTER));

        assertThat(session.out())
                .contains("tested as order-router, because --as names no role and it is named after none");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void a_module_passes_from_snapshots_too() throws IOException {
        var session = tested(file("mine.wasm", OrderLogic.ORDER_ROUTER), "--instances", "snapshot");

        assertThat(session.out()).contains(" passed, 0 failed").contains("bytes, each from a snapshot)");
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void each_failed_case_is_told_with_what_was_expected() throws IOException {
        var module = file("express-pick-list.wasm", OrderLogic.STANDARD_ORDER);

        var session = tested(module, "--as", "express-pick-list");

        assertThat(session.out())
                .contains("tested as express-pick-list\n")
                .contains("FAILED a pick list needs no names")
                .contains("  was       {\"reject\":\"description is missing\"}")
                .containsPattern("(?m)^\\d+ passed, [1-9]\\d* failed$");
        assertThat(session.exitCode()).isEqualTo(1);
    }

    @Test
    void a_fault_is_a_failed_case_too() throws IOException {
        var session = tested(file("mine.wasm", OrderLogic.ORDER_ROUTER), "--as", "standard-order");

        assertThat(session.out())
                .contains("  was       a fault: module mine@")
                .contains("output-denied", "per call: not measured: module mine@");
        assertThat(session.exitCode()).isEqualTo(1);
    }

    @Test
    void no_time_at_all_is_one_line() throws IOException {
        var session = Session.of("test", file("mine.wasm", OrderLogic.ORDER_ROUTER), "--per-call", "0");

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .startsWith("--per-call must be at least 1 millisecond, was 0");
        assertThat(session.exitCode()).isEqualTo(2);
    }

    @Test
    void a_role_that_does_not_exist_is_one_line() {
        var session = tested("mine.wasm", "--as", "tea-pot");

        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("there is no role tea-pot, only [order-router, express-pick-list, standard-order]");
        assertThat(session.exitCode()).isEqualTo(2);
    }

    /// With more time for a call than a service gives, because these tests run on busy machines.
    private static Session tested(Object... arguments) {
        return Session.of(Stream.concat(Stream.of("test", "--per-call", 10_000), Arrays.stream(arguments))
                .toArray());
    }

    private Path file(String name, OrderLogic logic) throws IOException {
        return Files.write(folder.resolve(name), logic.wasm());
    }
}
