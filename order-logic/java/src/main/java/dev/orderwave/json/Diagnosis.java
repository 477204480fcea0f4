package dev.orderwave.json;

import java.util.Optional;

/// What is wrong with a whole text, said of one that could not be read.
final class Diagnosis {

    private Diagnosis() {}

    static Optional<JsonProblem> of(byte[] text) {
        var validUpTo = Utf8.validUpTo(text);
        if (validUpTo < text.length) {
            return Optional.of(new JsonProblem.NotJson("byte " + validUpTo + " is not UTF-8"));
        }
        return isTooDeep(text) ? Optional.of(new JsonProblem.TooDeep(Grammar.DEEPEST)) : Optional.empty();
    }

    /// Counts brackets, because what is too deep may be no JSON either.
    private static boolean isTooDeep(byte[] text) {
        var depth = 0;
        var quoted = false;
        for (int i = 0; i < text.length && depth <= Grammar.DEEPEST; i++) {
            switch (text[i]) {
                case '"' -> quoted = !quoted;
                case '\\' -> i += quoted ? 1 : 0;
                case '{', '[' -> depth += quoted ? 0 : 1;
                case '}', ']' -> depth -= quoted || depth == 0 ? 0 : 1;
                default -> {}
            }
        }
        return depth > Grammar.DEEPEST;
    }
}
