package dev.orderwave.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConformanceTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_case_of_a_role_has_a_name_of_its_own(Role role) {
        assertThat(Conformance.of(role).cases())
                .extracting(Case::name)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_cases_are_the_same_in_each_run(Role role) {
        assertThat(Conformance.of(role).cases())
                .extracting(Case::message)
                .containsExactlyElementsOf(
                        Conformance.of(role).cases().stream().map(Case::message).toList());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_is_found_by_its_name(Role role) {
        assertThat(Role.named(role.roleName())).contains(role);
        assertThat(Role.named("tea-pot")).isEmpty();
    }

    @Test
    void a_module_that_rejects_everything_differs_where_an_order_is_good() {
        var outcomes = check("{\"reject\":\"not JSON: I do not care\"}");

        assertThat(named(outcomes, "an empty message is rejected")).isInstanceOf(Outcome.Passed.class);
        assertThat(named(outcomes, "only id and delivery decide"))
                .isInstanceOf(Outcome.Differs.class)
                .hasToString("""
                        only id and delivery decide: expected {"emit":[{"to":"standard","metadata":{"MessageId":"1"}}]}, \
                        was {"reject":"not JSON: I do not care"}""");
    }

    @Test
    void a_module_that_accepts_everything_differs_where_an_order_is_bad() {
        var outcomes = check("{\"emit\":[{\"to\":\"standard\",\"metadata\":{\"MessageId\":\"1\"}}]}");

        assertThat(named(outcomes, "only id and delivery decide")).isInstanceOf(Outcome.Passed.class);
        assertThat(named(outcomes, "an empty message is rejected")).isInstanceOf(Outcome.Differs.class);
        assertThat(named(outcomes, "an order damaged by seed 1 gets a verdict")).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void a_module_that_gives_no_verdict_fails_each_case() {
        assertThat(check("42"))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> assertThat(failed.fault().fault()).isEqualTo(GuestFault.BAD_VERDICT)));
    }

    private static List<Outcome> check(String verdict) {
        var source = ModuleSource.compiledAtLoad("constant", ConstantGuest.answering(verdict));
        return Conformance.of(Role.ORDER_ROUTER).check(Guest.load(source, Sandbox.granting("express", "standard")));
    }

    private static Outcome named(List<Outcome> outcomes, String name) {
        return outcomes.stream()
                .filter(outcome -> outcome.of().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
