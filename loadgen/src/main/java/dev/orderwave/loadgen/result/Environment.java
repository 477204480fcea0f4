package dev.orderwave.loadgen.result;

/// Where a run took place, as far as it explains its figures.
///
/// @param target the Service Bus and storage that the orders went through
/// @param processors of the machine that the load came from, which is also the implementation's if that is local
public record Environment(String target, String os, String processor, int processors, long memoryMb, String java) {}
