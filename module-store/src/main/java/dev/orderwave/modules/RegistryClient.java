package dev.orderwave.modules;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import land.oras.ContainerRef;
import land.oras.Manifest;
import land.oras.Registry;
import land.oras.auth.HttpClient;
import land.oras.auth.Scopes;

/// Speaks to a registry about one repository, by the ORAS library.
///
/// It reads through the library's HTTP client, not through its `Registry`: that one takes in a manifest however
/// long it is, and asks twice for each blob.
final class RegistryClient {
    static final String MANIFEST_MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";
    static final int MAX_MANIFEST_BYTES = 1 << 20;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String DIGEST_HEADER = "docker-content-digest";
    private static final Map<String, String> ACCEPT_MANIFESTS = Map.of(
            "Accept",
            String.join(
                    ",",
                    MANIFEST_MEDIA_TYPE,
                    "application/vnd.oci.image.index.v1+json",
                    "application/vnd.docker.distribution.manifest.v2+json"));
    private static final Map<String, String> ACCEPT_BLOBS = Map.of("Accept", "application/octet-stream");

    private final HttpClient http;
    private final Registry library;
    private final PlainHttp plainHttp;
    private final RegistryLogin login;

    RegistryClient(HttpClient http, Registry library, PlainHttp plainHttp, RegistryLogin login) {
        this.http = http;
        this.library = library;
        this.plainHttp = plainHttp;
        this.login = login;
    }

    /// The digest of the manifest that `reference` names now, if the registry tells it without sending the
    /// manifest.
    Optional<Digest> probe(OciReference reference) {
        var container = enter(reference);
        var response = http.head(
                plainHttp.uri(reference, container.getManifestsPath()), ACCEPT_MANIFESTS, scopes(container), login);
        if (response.statusCode() != OK) {
            throw RegistryAnswer.refused(reference, response.statusCode());
        }
        return Optional.ofNullable(response.headers().get(DIGEST_HEADER))
                .filter(digest -> digest.startsWith("sha256:"))
                .map(Digest::parse);
    }

    /// The manifest, as it is.
    byte[] manifest(OciReference reference) {
        return findManifest(reference).orElseThrow(() -> RegistryAnswer.refused(reference, NOT_FOUND));
    }

    /// The same, or nothing if there is none.
    Optional<byte[]> findManifest(OciReference reference) {
        var container = enter(reference);
        return find(reference, container, container.getManifestsPath(), ACCEPT_MANIFESTS, MAX_MANIFEST_BYTES);
    }

    /// A blob of the repository that `reference` is in.
    byte[] blob(OciReference reference, Digest blob, int maxBytes) {
        var container = enter(reference.at(blob));
        return find(reference, container, container.getBlobsPath(null), ACCEPT_BLOBS, maxBytes)
                .orElseThrow(() -> RegistryAnswer.refused(reference, NOT_FOUND));
    }

    void pushBlob(OciReference reference, byte[] blob) {
        library.pushBlob(enter(reference.at(Digest.of(blob))), blob);
    }

    void pushManifest(OciReference reference, Manifest manifest) {
        library.pushManifest(enter(reference), manifest);
    }

    private Optional<byte[]> find(
            OciReference reference, ContainerRef container, String path, Map<String, String> headers, int maxBytes) {
        var response = http.download(plainHttp.uri(reference, path), headers, scopes(container), login);
        try (var body = response.response()) {
            if (response.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (response.statusCode() != OK) {
                throw RegistryAnswer.refused(reference, response.statusCode());
            }
            var bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new ModuleStoreException("%s is refused: the registry sends more than the %,d bytes it may have."
                        .formatted(reference, maxBytes));
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw RegistryAnswer.unreachable(reference, e);
        }
    }

    private Scopes scopes(ContainerRef container) {
        return Scopes.of(library, container);
    }

    private ContainerRef enter(OciReference reference) {
        var container = container(reference);
        login.logIn(container);
        return container;
    }

    /// The host is set apart from the rest, because the library takes a host without dot and port for a folder of
    /// Docker Hub.
    private static ContainerRef container(OciReference reference) {
        var version = reference.toString().substring((OciReference.SCHEME + reference.registry()).length());
        return ContainerRef.parse("any.registry" + version).forRegistry(reference.registry());
    }
}
