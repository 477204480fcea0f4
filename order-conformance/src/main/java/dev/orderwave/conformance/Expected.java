package dev.orderwave.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderwave.wasm.Verdict;

/// What a module must answer. As text it is the verdict as a module would write it.
public sealed interface Expected {

    boolean isMetBy(Verdict verdict);

    /// Emissions that are equal as JSON. Only what the module calls itself in its documents is its own business.
    record Emits(JsonNode verdict) implements Expected {
        @Override
        public boolean isMetBy(Verdict actual) {
            return DocumentAuthor.removedFrom(VerdictJson.of(actual)).equals(DocumentAuthor.removedFrom(verdict));
        }

        @Override
        public String toString() {
            return verdict.toString();
        }
    }

    /// A rejection for this reason, letter for letter.
    record RejectsWith(String reason) implements Expected {
        @Override
        public boolean isMetBy(Verdict actual) {
            return actual instanceof Verdict.Reject(var given) && given.equals(reason);
        }

        @Override
        public String toString() {
            return rejection(reason);
        }
    }

    /// A rejection whose reason starts so, and goes on in the words of the module's JSON parser.
    record RejectsStartingWith(String start) implements Expected {
        @Override
        public boolean isMetBy(Verdict actual) {
            return actual instanceof Verdict.Reject(var given) && given.startsWith(start);
        }

        @Override
        public String toString() {
            return rejection(start + "...");
        }
    }

    /// Any verdict: for damage of which nobody can say what it makes of an order. A fault is no verdict.
    record AnyVerdict() implements Expected {
        @Override
        public boolean isMetBy(Verdict actual) {
            return true;
        }

        @Override
        public String toString() {
            return "any verdict";
        }
    }

    private static String rejection(String reason) {
        return VerdictJson.of(new Verdict.Reject(reason)).toString();
    }
}
