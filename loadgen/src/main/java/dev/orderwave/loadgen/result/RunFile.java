package dev.orderwave.loadgen.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A run as a file of JSON.
public final class RunFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RunFile() {}

    /// @throws UncheckedIOException if it cannot be written
    public static void write(Run run, Path file) {
        try {
            Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(run));
        } catch (IOException e) {
            throw new UncheckedIOException("the run cannot be written to " + file, e);
        }
    }

    /// @throws RunFileException if it is absent, or holds no run
    public static Run read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Run.class);
        } catch (JsonProcessingException noRun) {
            throw new RunFileException("%s holds no run of loadgen: %s".formatted(file, noRun.getOriginalMessage()));
        } catch (IOException absent) {
            throw new RunFileException("%s cannot be read: %s".formatted(file, absent));
        }
    }
}
