package dev.orderwave.json;

/// Ends the reading of a text at the first problem.
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonProblem problem;

    JsonException(JsonProblem problem) {
        super(null, null, false, false);
        this.problem = problem;
    }

    public JsonProblem problem() {
        return problem;
    }
}
