package dev.orderwave.wasm;

import static dev.orderwave.wasm.GuestFault.ABI;
import static dev.orderwave.wasm.GuestFault.COMPONENT;
import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.IMPORT_DENIED;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.GuestFault.LOAD_TIMEOUT;
import static dev.orderwave.wasm.GuestFault.NOT_WASM;
import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.GuestFault.TOO_LARGE;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.Guests.LIMITS;
import static dev.orderwave.wasm.Guests.failure;
import static dev.orderwave.wasm.Guests.failureToLoad;
import static dev.orderwave.wasm.TestGuest.ALLOC_FUNCTION;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.Wasm.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private static final byte[] GOOD = TestGuest.any().build();
    private static final int DATA_SECTION = 11;

    @Test
    void a_module_knows_its_name_and_digest() {
        var module = Guests.load(GOOD, LIMITS).module();

        assertThat(module.name()).isEqualTo("tested");
        assertThat(module.sha256()).hasSize(64);
        assertThat(module).hasToString("tested@" + module.sha256().substring(0, 12));
    }

    @Test
    void a_module_that_is_too_large_is_not_even_looked_at() {
        var failure = failure(() -> Guests.load(GOOD, LIMITS.withMaxModuleBytes(GOOD.length - 1)));

        assertThat(failure.fault()).isEqualTo(TOO_LARGE);
        assertThat(failure).hasMessageEndingWith("it was not loaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0as", "#!/bin/sh\necho hello", "PK\u0003\u0004 a jar, perhaps"})
    void bytes_that_are_no_wasm_are_refused(String bytes) {
        assertThat(failureToLoad(bytes.getBytes(UTF_8)).fault()).isEqualTo(NOT_WASM);
    }

    @Test
    void another_binary_version_is_refused() {
        assertThat(failureToLoad(code(0, (int) 'a', (int) 's', (int) 'm', 2, 0, 0, 0))
                        .fault())
                .isEqualTo(NOT_WASM);
    }

    @Test
    void a_component_is_told_from_a_core_module() {
        assertThat(failureToLoad(code(0, (int) 'a', (int) 's', (int) 'm', 13, 0, 1, 0))
                        .fault())
                .isEqualTo(COMPONENT);
    }

    /// A cut just before the last section leaves a smaller module, but a good one.
    @ParameterizedTest
    @MethodSource("cuts")
    void a_module_that_is_cut_off_is_refused(int length) {
        assertThat(failureToLoad(Arrays.copyOf(GOOD, length)).fault()).isIn(NOT_WASM, INVALID, ABI);
    }

    private static IntStream cuts() {
        return IntStream.range(0, GOOD.length).filter(length -> GOOD[length] != DATA_SECTION);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_bytes_after_a_good_header_are_refused(int seed) {
        var random = new byte[500];
        new Random(seed).nextBytes(random);

        assertThat(failureToLoad(code(header(), random)).getMessage()).endsWith("it was not loaded");
    }

    private static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /// What is still a good module after the change may load; what is not must end as a [GuestException].
    @ParameterizedTest
    @MethodSource("seeds")
    void a_module_with_a_few_wrong_bytes_is_loaded_or_refused(int seed) {
        var random = new Random(seed);
        var damaged = GOOD.clone();
        for (int i = 0; i < 3; i++) {
            damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
        }

        assertThat(loadsOrIsRefused(damaged)).isTrue();
    }

    @Test
    void a_module_of_another_version_of_the_contract_is_refused() {
        assertThat(Guests.load(withVersion(1)).module().name()).isEqualTo("tested");

        var failure = failureToLoad(withVersion(2).build());

        assertThat(failure.fault()).isEqualTo(ABI);
        assertThat(failure).hasMessageContaining("its contract_version is [2], this host speaks version 1");
    }

    private static TestGuest withVersion(int version) {
        var exports = code(
                4,
                code(name("memory"), 2, 0),
                code(name("alloc"), 0, ALLOC_FUNCTION),
                code(name("handle"), 0, HANDLE_FUNCTION),
                code(name("contract_version"), 3, 0));
        return TestGuest.any().with(6, 1, I32, 0, i32(version), END).with(7, exports);
    }

    @Test
    void an_import_is_denied_by_name() {
        var failure = failureToLoad(
                TestGuest.any().with(2, 1, name("env"), name("fd_write"), 0, 0).build());

        assertThat(failure.fault()).isEqualTo(IMPORT_DENIED);
        assertThat(failure).hasMessageContaining("env.fd_write");
    }

    @Test
    void a_module_that_lacks_a_function_of_the_contract_is_refused() {
        assertThat(failureToLoad(
                        TestGuest.any().rename(ALLOC_FUNCTION, "malloc").build()))
                .hasMessageContaining("abi: it does not export the function alloc");
        assertThat(failureToLoad(TestGuest.any().rename(HANDLE_FUNCTION, "").build()))
                .hasMessageContaining("abi: it does not export the function handle");
    }

    @Test
    void a_module_whose_function_has_another_signature_is_refused() {
        var handleTakesOne = TestGuest.any()
                .rename(HANDLE_FUNCTION, "")
                .function("handle", code(1, I32), code(1, I64), i64(0))
                .build();

        assertThat(failureToLoad(handleTakesOne).fault()).isEqualTo(ABI);
    }

    @Test
    void a_module_without_memory_is_refused() {
        var withoutMemory = TestGuest.any().with(5, 0).build();

        assertThat(failureToLoad(withoutMemory).fault()).isIn(ABI, FEATURE);
        assertThat(failureToLoad(header()).fault()).isEqualTo(ABI);
    }

    @Test
    void a_module_that_starts_with_more_memory_than_it_may_have_is_refused() {
        assertThat(failureToLoad(TestGuest.any().memory(0, u32(257)).build()))
                .hasMessageContaining("limit: it has 257");
        assertThat(failureToLoad(TestGuest.any().memory(0, u32(65_536)).build()).fault())
                .isEqualTo(LIMIT);
    }

    @Test
    void a_module_with_shared_or_64_bit_or_second_memory_is_refused() {
        assertThat(failureToLoad(TestGuest.any().memory(3, 1, 1).build()).fault())
                .isEqualTo(FEATURE);
        assertThat(failureToLoad(TestGuest.any().memory(4, 1).build()).fault()).isEqualTo(FEATURE);
        assertThat(failureToLoad(
                                TestGuest.any().with(5, 2, 0, 1, 0, u32(65_536)).build())
                        .fault())
                .isEqualTo(FEATURE);
    }

    @Test
    void a_huge_table_is_refused() {
        assertThat(failureToLoad(TestGuest.any()
                                .with(4, 1, 0x70, 0, u32(10_000_000))
                                .build())
                        .fault())
                .isEqualTo(LIMIT);
    }

    @Test
    void too_many_locals_or_too_long_a_function_are_refused() {
        var locals = code(1, u32(50_000), I32, i32(0), END);
        var nops = code(0, new byte[70_000], END);

        assertThat(failureToLoad(withOnlyFunction(locals))).hasMessageContaining("limit: it has 50,000 locals");
        assertThat(failureToLoad(withOnlyFunction(nops))).hasMessageContaining("bytes in function 0");
    }

    @Test
    void a_function_too_long_for_a_jvm_method_is_refused_and_not_interpreted() {
        var body = repeat(15_000, i64(0), I64_EQZ, DROP);

        var failure = failureToLoad(
                TestGuest.any().function("", code(0), code(0), body).build());

        assertThat(failure.fault()).isEqualTo(INVALID);
        assertThat(failure).hasMessageContaining("exceeds the Java method size limits");
    }

    @Test
    void a_compilation_that_takes_too_long_is_given_up() {
        var limits = LIMITS.withToLoad(Duration.ofMillis(1));
        var slow = TestGuest.any()
                .function("", code(0), code(0), repeat(10_000, i64(0), I64_EQZ, DROP))
                .build();

        assertThat(failure(() -> Guests.load(slow, limits)).fault()).isEqualTo(LOAD_TIMEOUT);
    }

    @Test
    void instructions_that_cannot_be_bounded_are_refused() {
        var tailCall = TestGuest.any().handle(LOCAL_GET, 0, LOCAL_GET, 1, RETURN_CALL, HANDLE_FUNCTION);
        var tableGrow = TestGuest.any().with(4, 1, 0x70, 0, 1).alloc(0xd0, 0x70, i32(1000), tableGrow());

        assertThat(failureToLoad(tailCall.build()))
                .hasMessageContaining("feature: it uses tail calls, instruction 0x12");
        assertThat(failureToLoad(tableGrow.build()))
                .hasMessageContaining("feature: it uses references, instruction 0xd0");
    }

    @Test
    void types_of_vectors_references_and_garbage_collection_are_refused() {
        var vector = TestGuest.any().function("", code(1, V128), code(0)).build();
        var struct = TestGuest.any().with(1, 1, 0x5f, 0).build();

        assertThat(failureToLoad(vector).fault()).isEqualTo(FEATURE);
        assertThat(failureToLoad(struct).fault()).isEqualTo(FEATURE);
    }

    @Test
    void exceptions_are_refused() {
        assertThat(failureToLoad(TestGuest.any().with(13, 1, 0, 0).build()).fault())
                .isEqualTo(FEATURE);
    }

    @Test
    void a_module_that_does_not_come_out_of_its_start_function_is_refused() {
        var endless = TestGuest.any().function("", code(0), code(0), forever()).with(8, 2);
        var trapping =
                TestGuest.any().function("", code(0), code(0), UNREACHABLE).with(8, 2);

        assertThat(failureToLoad(endless.build()).fault()).isEqualTo(TIMEOUT);
        assertThat(failureToLoad(trapping.build()).fault()).isEqualTo(TRAP);
    }

    @Test
    void a_class_that_is_no_compiled_module_is_a_mistake_of_the_caller() {
        var source = ModuleSource.compiledAtBuild("tested", GOOD, String.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guest.load(source, Sandbox.granting()))
                .withMessageContaining("java.lang.String was not generated");
    }

    private static boolean loadsOrIsRefused(byte[] wasm) {
        try {
            Guests.load(wasm, LIMITS);
            return true;
        } catch (GuestException e) {
            return true;
        }
    }

    /// A module of one function, given with its locals.
    private static byte[] withOnlyFunction(byte[] function) {
        return TestGuest.any().with(10, 1, sized(function)).build();
    }
}
