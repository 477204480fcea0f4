package dev.orderwave.benchmarks.page;

import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Results;
import dev.orderwave.benchmarks.result.Table;
import dev.orderwave.loadgen.report.Element;
import dev.orderwave.loadgen.report.HtmlPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The results of a run: goals first, then each part with its drawings and its figures.
///
/// @param comparison with an earlier run, if there is one
public record BenchPage(Results results, Optional<Table> comparison) {
    private static final String TITLE = "Orderwave: what a wave costs, from a cold process to its last order";

    /// @throws UncheckedIOException if the file cannot be written
    public void write(Path file) {
        try {
            Files.writeString(file, toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be written to " + file, e);
        }
    }

    @Override
    public String toString() {
        var body = Element.of("body").add(header()).add(section("Goals").add(table(results.goals())));
        results.parts().forEach(part -> body.add(section(part)));
        comparison.ifPresent(table -> body.add(section(table.title())
                .add(Element.of("p", "about")
                        .text("Ratios to the yardsticks of the same run, so that a slower machine does not matter."))
                .add(table(table))));
        return new HtmlPage(TITLE, css(), body).toString();
    }

    private Element header() {
        return Element.of("header", "page")
                .add(Element.of("h1").text(TITLE))
                .add(Element.of("p")
                        .text("Measured on %s by '%s'. Lower is better, but for orders/s and other rates."
                                .formatted(results.measuredAt(), results.command())))
                .add(Element.of("p").text(results.machine().toString()));
    }

    private static Element section(Part part) {
        var section = section(part.title())
                .add(Element.of("p", "about").text(part.text()))
                .add(Element.of("div", "charts")
                        .addAll(part.bars().stream()
                                .map(bars -> new BarChart(bars).draw())
                                .toList()));
        part.tables().forEach(table -> section.add(table(table)));
        return section;
    }

    private static Element section(String title) {
        return Element.of("section")
                .add(Element.of("header").add(Element.of("h2").text(title)));
    }

    private static Element table(Table table) {
        return Element.of("table", "figures")
                .add(Element.of("thead").add(row("th", table.header())))
                .add(Element.of("tbody")
                        .addAll(table.rows().stream()
                                .map(cells -> row("td", cells))
                                .toList()));
    }

    private static Element row(String kind, List<String> cells) {
        var row = Element.of("tr").add(Element.of("th").text(cells.getFirst()));
        cells.stream().skip(1).forEach(cell -> row.add(cell(kind, cell)));
        return row;
    }

    private static Element cell(String kind, String text) {
        return switch (text) {
            case "reached", "cheaper" -> Element.of(kind, "good").text(text);
            case "not reached", "dearer" -> Element.of(kind, "fault").text(text);
            default -> Element.of(kind).text(text);
        };
    }

    private static String css() {
        try (var css = Objects.requireNonNull(BenchPage.class.getResourceAsStream("bench.css"), "bench.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("bench.css cannot be read", unreadable);
        }
    }
}
