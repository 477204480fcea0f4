package dev.orderwave.wasm.hostile;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.Verdict;
import java.util.Set;

/// How a meeting with a hostile module has to end.
sealed interface Ending {

    /// It is refused while it is loaded, for one of these reasons.
    record NotLoaded(Set<GuestFault> faults) implements Ending {}

    /// It is loaded, and fails at its first message in one of these ways.
    record NotHandled(Set<GuestFault> faults) implements Ending {}

    /// It may do what it does: it hurts nobody, and gives this verdict.
    record Harmless(Verdict verdict) implements Ending {}
}
