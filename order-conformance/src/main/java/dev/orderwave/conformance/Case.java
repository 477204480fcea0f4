package dev.orderwave.conformance;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;

/// One message and what a module must answer to it.
///
/// @param name a sentence that says what is expected: `zero is not an id`
/// @param message owned by this case: not to be changed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Case(String name, byte[] message, Expected expected) {

    /// Puts the message to the module.
    public Outcome check(Guest guest) {
        try {
            var actual = guest.handle(message);
            return expected.isMetBy(actual) ? new Outcome.Passed(this) : new Outcome.Differs(this, actual);
        } catch (GuestException fault) {
            return new Outcome.Failed(this, fault);
        }
    }
}
