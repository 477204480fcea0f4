package dev.orderwave.benchmarks.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Something that should be at most so much.
///
/// @param name what it is of, with its unit
/// @param value what was measured
/// @param most what it should be at most
public record Goal(String name, double value, double most) {
    @JsonProperty
    public boolean isReached() {
        return value <= most;
    }
}
