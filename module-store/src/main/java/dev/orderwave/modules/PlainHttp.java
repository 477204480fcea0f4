package dev.orderwave.modules;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/// Which registries are spoken to without TLS: those on this machine's loopback address, and those that are named.
record PlainHttp(Set<String> registries) {
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    boolean isFor(String registry) {
        return registries.contains(registry) || LOOPBACK.matcher(registry).matches();
    }

    /// @param path begins with the host, as the library writes it
    URI uri(OciReference reference, String path) {
        return URI.create((isFor(reference.registry()) ? "http://" : "https://") + path);
    }

    /// Lets a login pass that is encrypted, or need not be. A registry that is spoken to by TLS could name a place for
    /// its tokens that is not, and the password would go there for everybody to read.
    ///
    /// @throws ModuleStoreException otherwise
    void requireAllowed(OciReference reference, URI login) {
        if (!"https".equalsIgnoreCase(login.getScheme()) && !isFor(reference.registry())) {
            throw new ModuleStoreException(
                    "%s: its registry wants the login sent to %s, which is not encrypted: nothing was sent."
                            .formatted(reference, login.getHost()));
        }
    }
}
