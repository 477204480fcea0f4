package dev.orderwave.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// What a cluster's API server says to objects, by its REST API.
final class Kubernetes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final URI server;
    private final String token;

    Kubernetes(int port, String token, Path certificates) {
        this.http = HttpClient.newBuilder().sslContext(trusting(certificates)).build();
        this.server = URI.create("https://127.0.0.1:" + port);
        this.token = token;
    }

    boolean isReady() {
        try {
            return exchange(request("/readyz").GET().build()).status() == OK;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /// Whether objects of this definition are taken.
    boolean serves(JsonNode definition) {
        var version = definition.at("/spec/versions/0/name").asText();
        var resources = exchange(
                request("/apis/%s/%s".formatted(definition.at("/spec/group").asText(), version))
                        .GET()
                        .build());
        return resources.succeeded()
                && resource(resources.body(), definition.at("/spec/names/kind").asText())
                        .isPresent();
    }

    /// Why the server would not take an object, judged strictly: what it does not know, it refuses, too. Empty if it
    /// would. Nothing is stored.
    Optional<String> refusal(JsonNode object) {
        var answer = post(object, "?dryRun=All&fieldValidation=Strict");
        return answer.succeeded()
                ? Optional.empty()
                : Optional.of(answer.body().at("/message").asText());
    }

    /// The same of all that would be refused, by kind and name.
    Map<String, String> refusals(Manifests manifests) {
        var refusals = new TreeMap<String, String>();
        manifests
                .documents()
                .forEach(object -> refusal(object)
                        .ifPresent(reason ->
                                refusals.put(object.at("/kind").asText() + " " + Manifests.name(object), reason)));
        return refusals;
    }

    /// The object as the server would store it, after its webhooks had their say. Nothing is stored.
    JsonNode admit(JsonNode object) {
        return accepted(object, post(object, "?dryRun=All&fieldValidation=Strict"));
    }

    JsonNode create(JsonNode object) {
        return accepted(object, post(object, ""));
    }

    /// Empty if it is not there.
    Optional<JsonNode> find(String apiVersion, String kind, String namespace, String name) {
        var answer = exchange(
                request(path(apiVersion, kind, namespace) + "/" + name).GET().build());
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer.body());
    }

    /// Changes what is there, as a controller would.
    ///
    /// @param change a JSON merge patch
    void merge(String apiVersion, String kind, String namespace, String name, String change) {
        var answer = exchange(request(path(apiVersion, kind, namespace) + "/" + name)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change))
                .build());
        if (!answer.succeeded()) {
            throw new AssertionError("%s '%s' was not changed: %s".formatted(kind, name, answer.body()));
        }
    }

    private static JsonNode accepted(JsonNode object, Answer answer) {
        if (!answer.succeeded()) {
            throw new AssertionError("%s '%s' was refused: %s"
                    .formatted(
                            object.at("/kind").asText(),
                            Manifests.name(object),
                            answer.body().at("/message").asText()));
        }
        return answer.body();
    }

    private Answer post(JsonNode object, String query) {
        var path = path(
                object.at("/apiVersion").asText(),
                object.at("/kind").asText(),
                object.at("/metadata/namespace").asText("orders"));
        return exchange(request(path + query)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(object.toString()))
                .build());
    }

    private String path(String apiVersion, String kind, String namespace) {
        var group = (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
        var known = exchange(request(group).GET().build());
        var resource = resource(known.body(), kind)
                .orElseThrow(() -> new AssertionError("the cluster knows no %s of %s".formatted(kind, apiVersion)));
        var scope = resource.at("/namespaced").asBoolean() ? "/namespaces/" + namespace : "";
        return group + scope + "/" + resource.at("/name").asText();
    }

    private static Optional<JsonNode> resource(JsonNode resources, String kind) {
        return StreamSupport.stream(resources.at("/resources").spliterator(), false)
                .filter(resource -> resource.at("/kind").asText().equals(kind))
                .filter(resource -> !resource.at("/name").asText().contains("/"))
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s was not answered".formatted(request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while %s was asked".formatted(request.uri()), e);
        }
    }

    private static JsonNode parse(String body) throws IOException {
        return body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
    }

    private static SSLContext trusting(Path certificates) {
        try (var pem = Files.newInputStream(certificates)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("certificate-" + store.size(), certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(certificates), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("%s cannot be trusted".formatted(certificates), e);
        }
    }

    private record Answer(int status, JsonNode body) {
        boolean succeeded() {
            return status >= OK && status < MULTIPLE_CHOICES;
        }
    }
}
