/// What a message costs in the local Service Bus, in memory and with a journal. Start reading at [BusBench].
@NullMarked
package dev.orderwave.benchmarks.bus;

import org.jspecify.annotations.NullMarked;
