package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    @ParameterizedTest
    @ValueSource(strings = {"incoming", "outgoing"})
    void the_readme_shows_the_attributes_as_they_are_declared(String direction) throws IOException {
        var declared = generatedTable("META-INF/connector/dapr-binding-%s.md".formatted(direction));

        assertThat(Files.readString(Path.of("README.md"))).contains(declared);
    }

    private static String generatedTable(String resource) {
        try (var table = DaprBindingConnector.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(table, resource).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
