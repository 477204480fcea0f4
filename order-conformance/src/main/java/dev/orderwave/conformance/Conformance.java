package dev.orderwave.conformance;

import dev.orderwave.wasm.Guest;
import java.util.List;
import java.util.stream.Stream;

/// All that a module of a role must answer: its table, orders too large for a table, and damaged ones.
///
/// Two modules that pass can stand in for each other: what they emit is equal as JSON, and what they reject they
/// reject for the same reason.
public final class Conformance {

    private final List<Case> cases;

    private Conformance(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    /// The cases of a role; the same ones in each run.
    public static Conformance of(Role role) {
        return new Conformance(Stream.of(CaseTable.of(role), LargeOrders.of(role), DamagedOrders.all())
                .flatMap(List::stream)
                .toList());
    }

    public List<Case> cases() {
        return cases;
    }

    /// Puts each case to the module, one after the other.
    public List<Outcome> check(Guest guest) {
        return cases.stream().map(each -> each.check(guest)).toList();
    }
}
