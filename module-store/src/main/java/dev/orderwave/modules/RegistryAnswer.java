package dev.orderwave.modules;

import java.io.IOException;
import java.util.stream.Stream;
import land.oras.exception.OrasException;

/// Says in one line what a registry, or the way to it, did wrong.
final class RegistryAnswer {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private RegistryAnswer() {}

    static ModuleStoreException of(OciReference reference, OrasException failure) {
        var causes = Stream.iterate((Throwable) failure, c -> c != null, Throwable::getCause)
                .toList();
        for (var cause : causes) {
            switch (cause) {
                case ModuleStoreException e -> {
                    return e;
                }
                case IOException e -> {
                    return unreachable(reference, e);
                }
                // The library's way to say that it was turned away, and not asked for a token.
                case OrasException e
                when String.valueOf(e.getMessage()).contains("WWW-Authenticate") -> {
                    return refused(reference, UNAUTHORIZED);
                }
                case OrasException e
                when e.getStatusCode() > 0 -> {
                    return refused(reference, e.getStatusCode());
                }
                default -> {}
            }
        }
        return new ModuleStoreException(
                "%s: the registry's answer is not understood: %s"
                        .formatted(reference, causes.getLast().getMessage()),
                failure);
    }

    static ModuleStoreException unreachable(OciReference reference, IOException cause) {
        return new ModuleStoreException(
                "%s: registry %s cannot be reached (%s). A reference by digest that was fetched before would need no registry."
                        .formatted(reference, reference.registry(), cause),
                cause);
    }

    static ModuleStoreException refused(OciReference reference, int status) {
        var why = switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                "registry %s did not let us in (%d): log in with 'docker login %s', or check what that login may do."
                        .formatted(reference.registry(), status, reference.registry());
            case NOT_FOUND ->
                "registry %s has no such repository, tag or digest: check them, and that it was pushed."
                        .formatted(reference.registry());
            default -> "registry %s answered %d: look into its log.".formatted(reference.registry(), status);
        };
        return new ModuleStoreException("%s: %s".formatted(reference, why));
    }
}
