package dev.orderwave.processor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Routes as the management port has them, on a free port of this machine while a test runs.
public final class ServedRoutes implements BeforeEachCallback, AfterEachCallback {
    private final Vertx vertx = Vertx.vertx();
    private final Router router = Router.router(vertx);
    private Optional<HttpServer> server = Optional.empty();

    public Router router() {
        return router;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.orElseThrow().actualPort(), path));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        server = Optional.of(vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
