package dev.orderwave.modules;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a registry wants its tokens to come from.
///
/// @param realm gives them out
/// @param service what the registry calls itself there; may be empty
record TokenService(String realm, String service) {
    private static final Pattern REALM = Pattern.compile("realm=\"([^\"]+)\"");
    private static final Pattern SERVICE = Pattern.compile("service=\"([^\"]*)\"");

    /// @param challenges the values of `WWW-Authenticate`
    static Optional<TokenService> of(List<String> challenges) {
        return challenges.stream()
                .filter(challenge -> challenge.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length()))
                .flatMap(challenge -> first(REALM, challenge).stream()
                        .map(realm -> new TokenService(
                                realm, first(SERVICE, challenge).orElse(""))))
                .findFirst();
    }

    /// For a token that allows `scope`.
    URI uri(String scope) {
        var separator = realm.contains("?") ? "&" : "?";
        return URI.create(realm + separator + "service=" + encoded(service) + "&scope=" + encoded(scope));
    }

    private static Optional<String> first(Pattern pattern, String challenge) {
        var found = pattern.matcher(challenge);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
