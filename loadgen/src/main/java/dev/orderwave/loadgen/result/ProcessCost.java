package dev.orderwave.loadgen.result;

/// What a cycle cost in one process.
///
/// @param cpuSeconds processor time from the schedule until the last order had ended
/// @param peakRssMb most memory that the process ever had
public record ProcessCost(double cpuSeconds, long peakRssMb) {}
