package dev.orderwave.modules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A module in an OCI registry.
///
/// @param registry `host` or `host:port`
/// @param repository `team/order-router`
public record OciReference(String registry, String repository, Version version) implements ModuleReference {
    static final String SCHEME = "oci://";

    private static final Pattern FORM =
            Pattern.compile("oci://(?<registry>[^/@]+)/(?<repository>[^:@]+)(?::(?<tag>[^@]*))?(?:@(?<digest>.*))?");
    private static final Pattern REGISTRY = Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");

    public OciReference {
        if (!REGISTRY.matcher(registry).matches()) {
            throw new IllegalArgumentException("a registry is host or host:port, was '%s'".formatted(registry));
        }
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(
                    "a repository is names in lower case, joined by '/', was '%s'".formatted(repository));
        }
    }

    /// Where both a tag and a digest are given, the digest counts: it is the one that cannot be moved.
    ///
    /// @throws IllegalArgumentException in one line that says what is wrong
    public static OciReference parse(String text) {
        var parts = FORM.matcher(text);
        try {
            if (!parts.matches()) {
                throw new IllegalArgumentException("it looks like " + FORMS);
            }
            var version = version(parts.group("tag"), parts.group("digest"));
            return new OciReference(parts.group("registry"), parts.group("repository"), version);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no module reference: %s".formatted(text, e.getMessage()), e);
        }
    }

    /// The same repository, another version.
    public OciReference at(Version other) {
        return new OciReference(registry, repository, other);
    }

    @Override
    public String toString() {
        return SCHEME + registry + "/" + repository + separator() + version;
    }

    private static Version version(@Nullable String tag, @Nullable String digest) {
        if (digest != null) {
            return Digest.parse(digest);
        }
        if (tag != null) {
            return new Tag(tag);
        }
        throw new IllegalArgumentException("it needs a version, :tag or @sha256:<64 hex digits>");
    }

    private String separator() {
        return switch (version) {
            case Tag _ -> ":";
            case Digest _ -> "@";
        };
    }
}
