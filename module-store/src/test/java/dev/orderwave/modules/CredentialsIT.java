package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsIT {
    private static final byte[] WASM = Wasm.saying("secret");
    private static final String USER = "team:colons:are:fine";

    /// By `htpasswd -B -C 4`.
    private static final String HTPASSWD = "team:$2y$04$Wjr0zwTNulJ8jNRzQx/k.uUyQmfOnI/LXU.LGWCWc4C/vIehqc9LW\n";

    @TempDir
    Path directory;

    private final int port = FreePorts.find(1).getFirst();
    private final String host = "127.0.0.1:" + port;
    private final OciReference tagged = new OciReference(host, "team/order-router", new Tag("1"));

    @Test
    void a_registry_with_passwords_is_used_with_the_one_in_config_json() throws IOException {
        try (var _ = Registry.startForUsers(port, directory, HTPASSWD)) {
            var store = storeWith(USER);

            store.push(WASM, tagged, Map.of());

            assertThat(store.fetch(tagged).wasm()).isEqualTo(WASM);
        }
    }

    @Test
    void a_registry_with_passwords_refuses_who_has_none_or_a_wrong_one() throws IOException {
        try (var _ = Registry.startForUsers(port, directory, HTPASSWD)) {
            storeWith(USER).push(WASM, tagged, Map.of());

            assertRefused(() -> anonymous().fetch(tagged));
            assertRefused(() -> anonymous().push(WASM, tagged, Map.of()));
            var wrong = storeWith("team:wrong");
            assertRefused(() -> wrong.fetch(tagged));
        }
    }

    @Test
    void a_registry_with_tokens_is_used_with_the_password_in_config_json()
            throws IOException, GeneralSecurityException {
        try (var tokens = TokenServer.startFor(USER);
                var _ = Registry.startForTokens(port, directory, tokens.realm(), tokens.keySet())) {
            storeWith(USER).push(WASM, tagged, Map.of());

            assertThat(storeWith(USER).fetch(tagged).wasm()).isEqualTo(WASM);
            assertThat(anonymous().fetch(tagged).wasm()).isEqualTo(WASM);
        }
    }

    @Test
    void a_registry_with_tokens_refuses_what_is_not_allowed() throws IOException, GeneralSecurityException {
        try (var tokens = TokenServer.startFor(USER);
                var _ = Registry.startForTokens(port, directory, tokens.realm(), tokens.keySet())) {
            assertRefused(() -> anonymous().push(WASM, tagged, Map.of()));
            var wrong = storeWith("team:wrong");
            assertRefused(() -> wrong.push(WASM, tagged, Map.of()));
        }
    }

    private ModuleStore anonymous() {
        return store(directory.resolve("no-such-config.json"));
    }

    /// @param user `name:password`
    private ModuleStore storeWith(String user) throws IOException {
        var auth = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        var config = """
                {"auths": {"%s": {"auth": "%s"}}}""".formatted(host, auth);
        return store(Files.writeString(directory.resolve("config.json"), config));
    }

    private ModuleStore store(Path credentials) {
        return new ModuleStore(ModuleStoreConfig.defaults()
                .withCacheDirectory(directory.resolve("modules"))
                .withCredentials(credentials));
    }

    private void assertRefused(Runnable attempt) {
        assertThatExceptionOfType(ModuleStoreException.class)
                .isThrownBy(attempt::run)
                .withMessage(
                        "%s: registry %s did not let us in (401): log in with 'docker login %s', or check what that login may do.",
                        tagged, host, host);
    }
}
