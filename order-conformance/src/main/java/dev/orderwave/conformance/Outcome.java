package dev.orderwave.conformance;

import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.Verdict;

/// What became of a [Case].
public sealed interface Outcome {

    /// The case that was checked.
    Case of();

    /// The module answered as it must.
    record Passed(Case of) implements Outcome {
        @Override
        public String toString() {
            return of.name() + ": passed";
        }
    }

    /// The module answered something else.
    record Differs(Case of, Verdict actual) implements Outcome {
        @Override
        public String toString() {
            return "%s: expected %s, was %s".formatted(of.name(), of.expected(), VerdictJson.of(actual));
        }
    }

    /// The module gave no verdict at all.
    record Failed(Case of, GuestException fault) implements Outcome {
        @Override
        public String toString() {
            return "%s: expected %s, was %s".formatted(of.name(), of.expected(), fault.getMessage());
        }
    }
}
