package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;

/// How often something was found, and the first few cases by name.
public record Findings(int count, List<Finding> examples) {

    static final int MAX_EXAMPLES = 5;

    public Findings {
        examples = List.copyOf(examples);
    }

    static Findings of(List<Finding> all) {
        return new Findings(all.size(), all.subList(0, Math.min(all.size(), MAX_EXAMPLES)));
    }

    @JsonIgnore
    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public String toString() {
        if (isEmpty()) {
            return "0";
        }
        var more = count > examples.size() ? ", ..." : "";
        return examples.stream().map(Finding::toString).collect(Collectors.joining(", ", count + " (", more + ")"));
    }
}
