package dev.orderwave.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderwave.conformance.Case;
import dev.orderwave.conformance.Outcome;
import dev.orderwave.conformance.VerdictJson;
import java.util.List;
import java.util.stream.Collectors;

/// What became of all cases, for people: each failed one with what was expected, and a summary.
record TestReport(List<Outcome> outcomes) {

    private static final int LONGEST_SHOWN = 400;

    TestReport {
        outcomes = List.copyOf(outcomes);
    }

    boolean isClean() {
        return passed() == outcomes.size();
    }

    String text() {
        return outcomes.stream().map(TestReport::line).collect(Collectors.joining())
                + "%,d passed, %,d failed%n".formatted(passed(), outcomes.size() - passed());
    }

    private long passed() {
        return outcomes.stream().filter(Outcome.Passed.class::isInstance).count();
    }

    private static String line(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> "";
            case Outcome.Differs(var of, var verdict) ->
                failed(of, VerdictJson.of(verdict).toString());
            case Outcome.Failed(var of, var fault) -> failed(of, "a fault: " + fault.getMessage());
        };
    }

    private static String failed(Case of, String actual) {
        return """
                FAILED %s
                  message   %s
                  expected  %s
                  was       %s
                """.formatted(
                        of.name(),
                        shown(new String(of.message(), UTF_8)),
                        shown(of.expected().toString()),
                        shown(actual));
    }

    /// On one line, and not longer than a screen.
    private static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }
}
