package dev.orderwave.loadgen.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// How the orders of a data set are spread over time: phase after phase, and from the first again until every order has
/// its time.
public record Shape(@JsonValue List<Phase> phases) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Shape {
        phases = List.copyOf(phases);
        if (phases.stream().allMatch(phase -> phase.orders() == 0)) {
            throw new IllegalArgumentException("a shape needs a phase with orders");
        }
    }

    public static Shape of(Phase... phases) {
        return new Shape(List.of(phases));
    }

    /// Reads a list of phases, such as `[{"phase":"burst","orders":500},{"phase":"idle","seconds":30}]`.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Shape parse(byte[] json) {
        try {
            return JSON.readValue(json, Shape.class);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("not a shape: " + invalid.getOriginalMessage(), invalid);
        } catch (IOException invalid) {
            throw new IllegalArgumentException("not a shape: " + invalid.getMessage(), invalid);
        }
    }

    /// In words, for people: `burst of 10,000`.
    @Override
    public String toString() {
        return phases.stream().map(Phase::toString).collect(Collectors.joining(", "));
    }
}
