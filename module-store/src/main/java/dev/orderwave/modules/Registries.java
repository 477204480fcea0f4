package dev.orderwave.modules;

import java.time.Duration;
import land.oras.Registry;
import land.oras.auth.HttpClient;

/// The way to all registries: what their clients share.
final class Registries {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.Builder.builder()
            .withTimeout(Math.toIntExact(CONNECT_PATIENCE.toSeconds()))
            .build();
    private final java.net.http.HttpClient loginHttp = java.net.http.HttpClient.newBuilder()
            .connectTimeout(CONNECT_PATIENCE)
            .build();
    private final Registry forPulling = Registry.builder().build();
    private final PlainHttp plainHttp;
    private final DockerCredentials credentials;

    Registries(ModuleStoreConfig config) {
        this.plainHttp = new PlainHttp(config.plainHttpRegistries());
        this.credentials = new DockerCredentials(config.credentials());
    }

    /// A client for one operation in the repository of `reference`.
    RegistryClient open(OciReference reference, Access access) {
        var login = new RegistryLogin(reference, access, plainHttp, credentials, loginHttp);
        var library = switch (access) {
            case PULL -> forPulling;
            case PUSH ->
                Registry.builder()
                        .withAuthProvider(login)
                        .withInsecure(plainHttp.isFor(reference.registry()))
                        .build();
        };
        return new RegistryClient(http, library, plainHttp, login);
    }
}
