package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainHttpTest {
    private static final URI UNENCRYPTED = URI.create("http://tokens.example/token?service=x");
    private static final OciReference REMOTE = OciReference.parse("oci://registry.example/team/rules:1");

    @Test
    void a_login_is_not_sent_unencrypted_for_a_registry_that_is_spoken_to_by_tls() {
        assertThatThrownBy(() -> new PlainHttp(Set.of()).requireAllowed(REMOTE, UNENCRYPTED))
                .isInstanceOf(ModuleStoreException.class)
                .hasMessage("oci://registry.example/team/rules:1: its registry wants the login sent to tokens.example,"
                        + " which is not encrypted: nothing was sent.");
    }

    @Test
    void an_encrypted_login_is_sent() {
        assertThatCode(() -> new PlainHttp(Set.of()).requireAllowed(REMOTE, URI.create("https://tokens.example/token")))
                .doesNotThrowAnyException();
    }

    @Test
    void what_may_do_without_tls_may_log_in_without_it() {
        assertThatCode(() -> new PlainHttp(Set.of("registry.example")).requireAllowed(REMOTE, UNENCRYPTED))
                .doesNotThrowAnyException();
    }
}
