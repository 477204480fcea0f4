package dev.orderwave.modules;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Behaves as the registries of the clouds do, which no program for this machine does: everything needs a token,
/// the token is called `access_token` as Azure calls it, and blobs are in a storage beside it that refuses any
/// token.
final class CloudRegistry implements AutoCloseable {
    private static final String TOKEN = "the-token";

    private final HttpServer registry = server();
    private final HttpServer storage = server();
    private final byte[] manifest;
    private final byte[] wasm;

    private CloudRegistry(byte[] wasm) throws IOException {
        var config = WasmConfig.of(Digest.of(wasm), "2026-01-01T00:00:00Z");
        this.manifest = WasmArtifact.manifest(wasm, config, Map.of()).getJson().getBytes(StandardCharsets.UTF_8);
        this.wasm = wasm;
    }

    /// One that has a module, under any name.
    static CloudRegistry with(byte[] wasm) throws IOException {
        var cloud = new CloudRegistry(wasm);
        cloud.registry.createContext("/token", cloud::giveToken);
        cloud.registry.createContext("/v2/", cloud::answer);
        cloud.storage.createContext("/", cloud::sendModule);
        cloud.registry.start();
        cloud.storage.start();
        return cloud;
    }

    String host() {
        return host(registry);
    }

    @Override
    public void close() {
        registry.stop(0);
        storage.stop(0);
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        send(exchange, 200, "{\"access_token\":\"%s\"}".formatted(TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            var challenge = "Bearer realm=\"http://%s/token\",service=\"cloud\"".formatted(host());
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            send(exchange, 401, new byte[0]);
        } else if (exchange.getRequestURI().getPath().contains("/blobs/")) {
            exchange.getResponseHeaders().set("Location", "http://%s/module".formatted(host(storage)));
            send(exchange, 307, new byte[0]);
        } else {
            send(exchange, 200, manifest);
        }
    }

    private void sendModule(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            send(exchange, 400, new byte[0]);
        } else {
            send(exchange, 200, wasm);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private static String host(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}
