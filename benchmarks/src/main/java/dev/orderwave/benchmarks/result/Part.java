package dev.orderwave.benchmarks.result;

import java.util.List;

/// What one part of the benchmark has to tell.
///
/// @param key its name in the JSON file
/// @param title for people
/// @param text what was done, in a few sentences
/// @param bars what the eye should see first
/// @param tables all figures
/// @param goals what they should be
/// @param ratios what later runs are compared by
/// @param raw every single measurement, for the JSON file
public record Part(
        String key,
        String title,
        String text,
        List<Bars> bars,
        List<Table> tables,
        List<Goal> goals,
        List<Ratio> ratios,
        Object raw) {
    public Part {
        bars = List.copyOf(bars);
        tables = List.copyOf(tables);
        goals = List.copyOf(goals);
        ratios = List.copyOf(ratios);
    }
}
