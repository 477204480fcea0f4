package dev.orderwave.servicebus.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderwave.servicebus.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// A fault as a JSON object, its kind in `fault`, durations in ISO 8601.
public final class FaultsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private FaultsJson() {}

    public static byte[] write(Fault fault) {
        try {
            return MAPPER.writeValueAsBytes(fault);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, Fault.Lasting> readAll(byte[] json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("not the faults of a local-servicebus", e);
        }
    }

    /// What was wrong with a request, in a sentence.
    public static String readError(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    static byte[] writeAll(Map<String, Fault.Lasting> faults) {
        try {
            return MAPPER.writerFor(new TypeReference<Map<String, Fault.Lasting>>() {})
                    .writeValueAsBytes(faults);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Throws [IllegalArgumentException] with one line about what is wrong.
    static Fault read(InputStream json) throws IOException {
        try {
            return Objects.requireNonNullElseGet(MAPPER.readValue(json, Fault.class), () -> {
                throw new IllegalArgumentException("not a fault: null");
            });
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a fault: " + e.getOriginalMessage(), e);
        }
    }
}
