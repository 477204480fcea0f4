package dev.orderwave.benchmarks.result;

/// A cost of ours by that of somebody else in the same run, so that it means the same on a faster machine.
///
/// @param name by which a later run finds it again
public record Ratio(String name, double value) {}
