package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Run;
import java.util.List;
import java.util.stream.Stream;

/// What became of the orders of all cycles, and the first ones that went wrong by name.
record OutcomeTable(List<Run> runs) {

    private static final int NAMED = 3;

    Element draw() {
        var head = Element.of("tr").add(Element.of("th").with("scope", "col").text("all cycles"));
        for (var outcome : Outcome.values()) {
            head.add(Element.of("th").with("scope", "col").text(outcome.label()));
        }
        var table = Element.of("table", "outcomes").add(Element.of("thead").add(head));
        runs.forEach(run -> table.add(row(run)));
        return table;
    }

    private static Element row(Run run) {
        var row = Element.of("tr").add(Element.of("th").with("scope", "row").text(run.name()));
        for (var outcome : Outcome.values()) {
            long count = outcome.of(run);
            row.add(Element.of("td", style(outcome, count)).text(Digits.grouped(count)));
        }
        return row;
    }

    private static String style(Outcome outcome, long count) {
        if (!outcome.isFault()) {
            return "figure";
        }
        return count == 0 ? "figure none" : "figure fault";
    }

    /// Empty if all is well.
    List<Element> findings() {
        return runs.stream().flatMap(OutcomeTable::findings).toList();
    }

    private static Stream<Element> findings(Run run) {
        var all = run.cycles().stream()
                .flatMap(cycle -> cycle.findings().stream())
                .toList();
        if (all.isEmpty()) {
            return Stream.of();
        }
        var more = all.size() > NAMED ? "; %s more in its file".formatted(Digits.grouped(all.size() - NAMED)) : "";
        var named = String.join("; ", all.subList(0, Math.min(NAMED, all.size())));
        return Stream.of(Element.of("p", "findings").text("%s: %s%s".formatted(run.name(), named, more)));
    }
}
