package dev.orderwave.benchmarks.bus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/// What one wave of messages cost in one bus.
///
/// @param scheduling,receiving each half of the wave's life
/// @param heapBytes live objects of the bus more than before, while it held them all
/// @param peakRssBytes the most memory the process ever held resident; 0 where the system does not tell
/// @param heldDiskBytes the journal's files while the bus held them all
/// @param drainedDiskBytes the same once they were settled
record BusCosts(
        int messages,
        Phase scheduling,
        Phase receiving,
        long heapBytes,
        long peakRssBytes,
        long heldDiskBytes,
        long drainedDiskBytes) {

    /// @param time on the clock, with what the client itself takes
    /// @param cpu processor time of the bus
    record Phase(@JsonIgnore Duration time, @JsonIgnore Duration cpu) {
        @JsonProperty
        double seconds() {
            return time.toNanos() / 1e9;
        }

        @JsonProperty
        double cpuSeconds() {
            return cpu.toNanos() / 1e9;
        }

        double perSecond(int messages) {
            return messages * 1e9 / time.toNanos();
        }

        double cpuMicros(int messages) {
            return cpu.toNanos() / 1e3 / messages;
        }
    }
}
