package dev.orderwave.loadgen.result;

/// What was asked for, once per cycle.
///
/// @param sha256 of the data set's lines; runs with equal hashes had equal orders
/// @param shape when orders are due, in words: `burst`, `ramp over 60s`
public record Load(int orders, long seed, String sha256, String shape) {}
