package dev.orderwave.loadgen.report;

/// A value at a moment, in the units of the axes.
record Point(double x, double y) {}
