package dev.orderwave.deploy;

import dev.orderwave.local.App;
import dev.orderwave.local.JavaServices;
import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.Daprd;
import dev.orderwave.processes.DaprdConfig;
import dev.orderwave.processes.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A service and its daprd with what the chart gives them; only the addresses are this machine's.
record RenderedApp(ChildProcess service, Daprd daprd) implements AutoCloseable {
    /// Starts both and does not wait for either.
    ///
    /// @param resources the folder of rendered components
    /// @param configuration the rendered Dapr configuration
    static RenderedApp start(App app, Manifests manifests, Path resources, Path configuration, Path directory) {
        var ports = FreePorts.find(4).iterator();
        int appPort = ports.next();
        int httpPort = ports.next();
        int grpcPort = ports.next();
        var tokens = Map.of(
                "APP_API_TOKEN", token(manifests, app.id() + "-app-token"),
                "DAPR_API_TOKEN", token(manifests, app.id() + "-dapr-token"));

        var environment = PodTemplates.environment(PodTemplates.of(manifests.get("Deployment", app.id() + "-main")));
        environment.putAll(tokens);
        environment.put("APP_PORT", Integer.toString(appPort));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.next()));
        environment.replaceAll(
                (name, value) -> value.replace("%s-daprd:3500".formatted(app.id()), "127.0.0.1:" + httpPort)
                        .replace("%s-daprd:50001".formatted(app.id()), "127.0.0.1:" + grpcPort));
        var service = ChildProcess.start(
                app.id(),
                JavaServices.ofThisCheckout().command(app),
                environment,
                directory,
                directory.resolve(app.id() + ".log"));
        var daprd = Daprd.start(new DaprdConfig(
                app.id(),
                appPort,
                httpPort,
                grpcPort,
                List.of(resources),
                configuration,
                tokens,
                directory,
                directory.resolve("daprd-%s.log".formatted(app.id()))));
        return new RenderedApp(service, daprd);
    }

    @Override
    public void close() {
        service.close();
        daprd.close();
    }

    private static String token(Manifests manifests, String secret) {
        var token = manifests.get("Secret", secret).at("/data/token").asText();
        return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    }
}
