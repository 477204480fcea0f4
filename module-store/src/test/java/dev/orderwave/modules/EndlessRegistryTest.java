package dev.orderwave.modules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry that means harm: its answers never end.
class EndlessRegistryTest {
    private final byte[] some = new byte[64 << 10];

    @TempDir
    Path cache;

    private HttpServer registry;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        registry.start();
    }

    @AfterEach
    void stopRegistry() {
        registry.stop(0);
    }

    @Test
    void a_greeting_that_never_ends_is_not_read_to_its_end() {
        registry.createContext("/v2/", this::answerForEver);

        assertFetchFailsBy("capacity");
    }

    @Test
    void a_token_that_never_ends_is_not_read_to_its_end() {
        registry.createContext("/v2/", exchange -> {
            var challenge = "Bearer realm=\"http://%s/token\",service=\"endless\"".formatted(host());
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        registry.createContext("/token", this::answerForEver);

        assertFetchFailsBy("capacity");
    }

    @Test
    void a_manifest_that_never_ends_is_not_read_to_its_end() {
        registry.createContext("/v2/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        registry.createContext("/v2/team/", this::answerForEver);

        assertFetchFailsBy("sends more than");
    }

    private void assertFetchFailsBy(String reason) {
        var store = new ModuleStore(ModuleStoreConfig.defaults().withCacheDirectory(cache));
        var reference = new OciReference(host(), "team/order-router", new Tag("1"));

        assertThatThrownBy(() -> store.fetch(reference))
                .isInstanceOf(ModuleStoreException.class)
                .hasMessageContaining(reason);
    }

    private void answerForEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            while (true) {
                out.write(some);
            }
        }
    }

    private String host() {
        return "127.0.0.1:" + registry.getAddress().getPort();
    }
}
