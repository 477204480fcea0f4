package dev.orderwave.queuewatch;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Signs in as the pod's workload identity: Kubernetes' token for the service account is exchanged for one of Entra ID,
/// which is kept until shortly before it expires. See "Microsoft identity platform and the OAuth 2.0 client credentials
/// flow", third case, in Azure's documentation.
///
/// Belongs to one event loop.
final class WorkloadIdentity implements SignIn {
    private static final String SCOPE = "https://servicebus.azure.net/.default";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Longer than the question that the token is for takes, and than clocks differ.
    private static final Duration SPARE = Duration.ofMinutes(5);

    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final String clientId;
    private final String federatedTokenFile;
    private final URI tokens;
    private Token token = new Token("", Instant.MIN);

    /// @throws IllegalArgumentException if the identity is only half told
    WorkloadIdentity(Vertx vertx, HttpClient client, WorkloadIdentityConfig config) {
        this.vertx = vertx;
        this.client = client;
        this.clientId = told("AZURE_CLIENT_ID", config.clientId());
        this.federatedTokenFile = told("AZURE_FEDERATED_TOKEN_FILE", config.federatedTokenFile());
        this.tokens =
                config.authorityHost().resolve("/" + told("AZURE_TENANT_ID", config.tenantId()) + "/oauth2/v2.0/token");
    }

    @Override
    public Future<Optional<String>> authorization(URI resource) {
        var kept = token.validAt(Instant.now())
                ? Future.succeededFuture(token)
                : vertx.fileSystem().readFile(federatedTokenFile).compose(this::exchange);
        return kept.map(valid -> Optional.of("Bearer " + valid.text()));
    }

    private Future<Token> exchange(Buffer serviceAccountToken) {
        var form = form(Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "scope", SCOPE,
                "client_assertion_type", ASSERTION,
                "client_assertion", serviceAccountToken.toString().strip()));
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(tokens.toString())
                .setHeaders(MultiMap.caseInsensitiveMultiMap().add("Content-Type", "application/x-www-form-urlencoded"))
                .setTimeout(PATIENCE.toMillis());
        return client.request(options)
                .compose(request -> request.send(form).compose(this::read))
                .onSuccess(fresh -> token = fresh);
    }

    private Future<Token> read(HttpClientResponse response) {
        return response.body().compose(body -> {
            if (response.statusCode() != OK) {
                return Future.failedFuture(
                        "%s answered %d to the sign-in as %s: %s. Is there a federated credential for this service account?"
                                .formatted(tokens, response.statusCode(), clientId, reason(body)));
            }
            var answer = body.toJsonObject();
            return Future.succeededFuture(new Token(
                    answer.getString("access_token"),
                    Instant.now().plusSeconds(answer.getLong("expires_in")).minus(SPARE)));
        });
    }

    /// The code only, `invalid_client` for instance: the description has several lines.
    private static String reason(Buffer body) {
        try {
            return new JsonObject(body).getString("error", "without a reason");
        } catch (RuntimeException notJson) {
            return "without a reason";
        }
    }

    private static Buffer form(Map<String, String> fields) {
        return Buffer.buffer(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private static String told(String variable, Optional<String> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(
                "the pod's workload identity has no %s: is the service account annotated with its client id?"
                        .formatted(variable)));
    }

    private record Token(String text, Instant staleFrom) {
        boolean validAt(Instant now) {
            return now.isBefore(staleFrom);
        }
    }
}
