package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenServiceTest {
    @Test
    void a_registry_names_the_service_that_gives_out_its_tokens() {
        var challenge =
                "Bearer realm=\"https://registry.example/token\",service=\"registry.example\",scope=\"repository:x/y:pull\"";

        assertThat(TokenService.of(List.of(challenge)))
                .contains(new TokenService("https://registry.example/token", "registry.example"));
    }

    @Test
    void the_order_of_what_it_says_does_not_matter() {
        var challenges = List.of(
                "Basic realm=\"x\"", "bearer service=\"other.example\", realm=\"https://other.example/v2/auth\"");

        assertThat(TokenService.of(challenges))
                .contains(new TokenService("https://other.example/v2/auth", "other.example"));
    }

    @Test
    void a_registry_that_wants_a_password_or_nothing_names_none() {
        assertThat(TokenService.of(List.of("Basic realm=\"Registry Realm\""))).isEmpty();
        assertThat(TokenService.of(List.of())).isEmpty();
    }

    @Test
    void a_token_is_asked_for_by_service_and_scope() {
        var service = new TokenService("https://host/token", "the service");

        assertThat(service.uri(Access.PUSH.scope("team/order-router")))
                .isEqualTo(URI.create(
                        "https://host/token?service=the+service&scope=repository%3Ateam%2Forder-router%3Apull%2Cpush"));
    }
}
