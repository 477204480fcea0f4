package dev.orderwave.benchmarks.result;

import java.util.List;

/// A chart: a bar each, of one or more pieces.
///
/// @param unit of every length
/// @param pieces what the pieces of a bar are, in their order; one name if bars are not divided
public record Bars(String title, String unit, List<String> pieces, List<Bar> bars) {
    public Bars {
        pieces = List.copyOf(pieces);
        bars = List.copyOf(bars);
    }

    /// @param lengths one per piece
    public record Bar(String label, List<Double> lengths) {
        public Bar {
            lengths = List.copyOf(lengths);
        }

        public double total() {
            return lengths.stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
