package dev.orderwave.benchmarks.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures as text, for a screen and for a page alike. The first column is aligned left, all others right.
///
/// @param title what it shows
/// @param header one name per column; the first may be empty
/// @param rows as many cells each
public record Table(String title, List<String> header, List<List<String>> rows) {
    private static final String GAP = "  ";

    public Table {
        header = List.copyOf(header);
        rows = rows.stream().<List<String>>map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "%s: a row needs %d cells, had %d: %s".formatted(title, header.size(), row.size(), row));
            }
        }
    }

    /// As it is printed.
    @Override
    public String toString() {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        var widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return title
                + System.lineSeparator()
                + all.stream().map(row -> line(row, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column], column == 0))
                .collect(Collectors.joining(GAP, GAP, ""))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean left) {
        var padding = " ".repeat(width - cell.length());
        return left ? cell + padding : padding + cell;
    }
}
