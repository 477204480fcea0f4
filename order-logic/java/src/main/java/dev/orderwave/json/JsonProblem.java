package dev.orderwave.json;

/// Why a text cannot be used, in words that follow "because".
public sealed interface JsonProblem {

    /// The words.
    @Override
    String toString();

    /// The text is not JSON at all.
    ///
    /// @param detail what is wrong, and where
    record NotJson(String detail) implements JsonProblem {
        @Override
        public String toString() {
            return detail;
        }
    }

    record NotAnObject() implements JsonProblem {
        @Override
        public String toString() {
            return "it is not an object";
        }
    }

    record TooDeep(int deepest) implements JsonProblem {
        @Override
        public String toString() {
            return "nested deeper than " + deepest + " levels";
        }
    }

    /// Two readers could take a different one.
    record FieldTwice(String field, Position position) implements JsonProblem {
        @Override
        public String toString() {
            return field + " is there twice at " + position;
        }
    }
}
