package dev.orderwave.benchmarks.start;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.App;

/// One start of one service.
///
/// @param seconds from exec until the output had accepted its first order
/// @param cpuSeconds processor time of the process up to then
/// @param rssMb the memory it held resident then
public record Start(Contestant contestant, App app, double seconds, double cpuSeconds, double rssMb) {}
