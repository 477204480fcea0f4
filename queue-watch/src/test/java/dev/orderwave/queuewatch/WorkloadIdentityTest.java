package dev.orderwave.queuewatch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// There is one Entra ID only, so it is played.
class WorkloadIdentityTest {
    private static final URI QUEUE = URI.create("https://orders.servicebus.windows.net/q-order-ingress");
    private static final String TOKENS = "/tenant-1/oauth2/v2.0/token";

    private final Vertx vertx = Vertx.vertx();
    private final WireMockServer entra = new WireMockServer(options().dynamicPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        entra.start();
    }

    @AfterEach
    void stop() {
        entra.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_token_of_the_service_account_is_exchanged_for_one_of_entra_id() throws IOException {
        entraGives("""
                {"token_type": "Bearer", "expires_in": 86399, "access_token": "of-entra"}""");

        assertThat(authorization(identity(podToken("of-kubernetes\n")))).isEqualTo("Bearer of-entra");
        entra.verify(postRequestedFor(urlEqualTo(TOKENS))
                .withFormParam("grant_type", equalTo("client_credentials"))
                .withFormParam("client_id", equalTo("client-1"))
                .withFormParam("scope", equalTo("https://servicebus.azure.net/.default"))
                .withFormParam(
                        "client_assertion_type", equalTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"))
                .withFormParam("client_assertion", equalTo("of-kubernetes")));
    }

    @Test
    void a_token_is_kept_while_it_is_valid() throws IOException {
        entraGives("""
                {"expires_in": 86399, "access_token": "of-entra"}""");
        var identity = identity(podToken("of-kubernetes"));

        authorization(identity);
        authorization(identity);

        entra.verify(1, postRequestedFor(urlEqualTo(TOKENS)));
    }

    @Test
    void a_token_that_soon_expires_is_asked_for_anew_with_the_file_as_it_is_then() throws IOException {
        entraGives("""
                {"expires_in": 60, "access_token": "of-entra"}""");
        var file = podToken("of-kubernetes");
        var identity = identity(file);

        authorization(identity);
        Files.writeString(file, "a newer one");
        authorization(identity);

        entra.verify(1, postRequestedFor(urlEqualTo(TOKENS)).withFormParam("client_assertion", equalTo("a newer one")));
    }

    @Test
    void a_refusal_names_who_was_refused_and_no_token() throws IOException {
        entra.stubFor(
                post(urlEqualTo(TOKENS)).willReturn(aResponse().withStatus(401).withBody("""
                        {"error": "invalid_client", "error_description": "AADSTS700213: No matching credential"}""")));
        var identity = identity(podToken("of-kubernetes"));

        assertThatThrownBy(() -> authorization(identity))
                .hasMessageContainingAll("answered 401", "client-1", "invalid_client", "federated credential")
                .hasMessageNotContaining("of-kubernetes");
    }

    @Test
    void a_pod_without_a_client_id_is_refused() {
        var config = config(Map.of("azure.tenant-id", "tenant-1", "azure.federated-token-file", "/token"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkloadIdentity(vertx, vertx.createHttpClient(), config))
                .withMessageContaining("AZURE_CLIENT_ID");
    }

    private void entraGives(String answer) {
        entra.stubFor(post(urlEqualTo(TOKENS)).willReturn(okJson(answer)));
    }

    private Path podToken(String text) throws IOException {
        return Files.writeString(folder.resolve("azure-identity-token"), text);
    }

    private WorkloadIdentity identity(Path token) {
        return new WorkloadIdentity(
                vertx,
                vertx.createHttpClient(),
                config(Map.of(
                        "azure.client-id",
                        "client-1",
                        "azure.tenant-id",
                        "tenant-1",
                        "azure.federated-token-file",
                        token.toString(),
                        "azure.authority-host",
                        entra.baseUrl() + "/")));
    }

    private static WorkloadIdentityConfig config(Map<String, String> told) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(new HashMap<>(told))
                .withMapping(WorkloadIdentityConfig.class)
                .build()
                .getConfigMapping(WorkloadIdentityConfig.class);
    }

    private static String authorization(WorkloadIdentity identity) {
        return identity.authorization(QUEUE)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .orElseThrow();
    }
}
