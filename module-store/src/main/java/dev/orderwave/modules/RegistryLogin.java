package dev.orderwave.modules;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import land.oras.ContainerRef;
import land.oras.auth.AuthProvider;
import land.oras.auth.AuthScheme;
import org.jspecify.annotations.Nullable;

/// Who we are to a registry, for one operation: the bearer of a token where it wants one, else somebody with a
/// password, else nobody. Asks for the token when it is needed first.
///
/// The library asks for tokens, too. But 0.2.15 passes its token on when a registry redirects to the storage behind
/// it, which the storages of the clouds refuse, and does not find the token in what Azure answers.
final class RegistryLogin implements AuthProvider {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /// Tokens of the clouds have some thousands of bytes; an answer without end would fill the heap.
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final OciReference reference;
    private final Access access;
    private final PlainHttp plainHttp;
    private final DockerCredentials credentials;
    private final HttpClient http;
    private Optional<String> header = Optional.empty();
    private boolean loggedIn;

    RegistryLogin(
            OciReference reference,
            Access access,
            PlainHttp plainHttp,
            DockerCredentials credentials,
            HttpClient http) {
        this.reference = reference;
        this.access = access;
        this.plainHttp = plainHttp;
        this.credentials = credentials;
        this.http = http;
    }

    private record Token(
            @Nullable String token,
            @Nullable @SerializedName("access_token") String accessToken) {
        Optional<String> any() {
            return Optional.ofNullable(token).or(() -> Optional.ofNullable(accessToken));
        }
    }

    /// Asks for the token, if one is needed and not here yet. To be called before the library is: for what fails in
    /// its hands it writes a stack trace into the log.
    void logIn(ContainerRef container) {
        if (!loggedIn) {
            header = header(container);
            loggedIn = true;
        }
    }

    @Override
    public @Nullable String getAuthHeader(ContainerRef container) {
        return header.orElse(null);
    }

    @Override
    public AuthScheme getAuthScheme() {
        return AuthScheme.BEARER; // read for nothing but whether there may be a header
    }

    private Optional<String> header(ContainerRef container) {
        var password = credentials.basic(container.getRegistry()).map(basic -> "Basic " + basic);
        var hello = send(plainHttp.uri(reference, container.getApiRegistry() + "/v2/"), password);
        if (hello.statusCode() != UNAUTHORIZED) {
            return password;
        }
        var service = TokenService.of(hello.headers().allValues("WWW-Authenticate"))
                .orElseThrow(() -> RegistryAnswer.refused(reference, UNAUTHORIZED));
        return Optional.of("Bearer " + token(service, container, password));
    }

    private String token(TokenService service, ContainerRef container, Optional<String> password) {
        var answer = send(service.uri(access.scope(container.getFullRepository())), password);
        if (answer.statusCode() != OK) {
            throw RegistryAnswer.refused(reference, answer.statusCode());
        }
        return parse(answer.body())
                .orElseThrow(() -> new ModuleStoreException(
                        "%s: %s gives out no token: look into its log.".formatted(reference, service.realm())));
    }

    private static Optional<String> parse(String answer) {
        try {
            return Optional.ofNullable(new Gson().fromJson(answer, Token.class)).flatMap(Token::any);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> send(URI uri, Optional<String> password) {
        plainHttp.requireAllowed(reference, uri);
        var request = HttpRequest.newBuilder(uri);
        password.ifPresent(basic -> request.header("Authorization", basic));
        try {
            var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
            return http.send(request.build(), BodyHandlers.limiting(text, MAX_ANSWER_BYTES));
        } catch (IOException e) {
            throw RegistryAnswer.unreachable(reference, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModuleStoreException("%s: interrupted while logging in.".formatted(reference), e);
        }
    }
}
