package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerCredentialsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "registry.example, registry.example",
        "https://registry.example, registry.example",
        "https://registry.example/v2/, registry.example",
        "https://index.docker.io/v1/, docker.io",
        "localhost:5000, localhost:5000"
    })
    void an_entry_is_found_by_the_names_that_docker_login_writes(String name, String registry) throws IOException {
        write("{\"auths\": {\"%s\": {\"auth\": \"dXNlcjpzZWNyZXQ=\"}}}".formatted(name));

        assertThat(basicFor(registry)).contains("dXNlcjpzZWNyZXQ=");
    }

    @Test
    void user_name_and_password_may_stand_apart() throws IOException {
        write("{\"auths\": {\"registry.example\": {\"username\": \"user\", \"password\": \"secret\"}}}");

        assertThat(basicFor("registry.example")).contains("dXNlcjpzZWNyZXQ=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"auths\": {}}",
                "{\"auths\": {\"registry.example\": {}}, \"credsStore\": \"desktop\"}",
                "{\"auths\": {\"registry.example\": null}}",
                "{\"auths\": {\"other.example\": {\"auth\": \"dXNlcjpzZWNyZXQ=\"}}}"
            })
    void a_registry_without_an_entry_is_asked_without_credentials(String config) throws IOException {
        write(config);

        assertThat(basicFor("registry.example")).isEmpty();
    }

    @Test
    void a_file_that_does_not_exist_means_no_credentials() {
        assertThat(basicFor("registry.example")).isEmpty();
    }

    @Test
    void a_file_that_is_not_json_is_named() throws IOException {
        write("not json");

        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(() -> basicFor("registry.example"))
                .withMessageStartingWith("The credentials in %s cannot be read", directory.resolve("config.json"));
    }

    private Optional<String> basicFor(String registry) {
        return new DockerCredentials(directory.resolve("config.json")).basic(registry);
    }

    private void write(String config) throws IOException {
        Files.writeString(directory.resolve("config.json"), config);
    }
}
