package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.Daprd;
import dev.orderwave.processes.DaprdConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Starts the processes of one app id, all of which share their tokens. Each is told where it listens and at which
/// address it meets the other side.
///
/// @param components the folders that daprd reads
/// @param configuration the file of Dapr's Configuration that it reads
record AppLauncher(
        App app, LocalSuiteConfig config, Path directory, List<Path> components, Path configuration, Tokens tokens) {

    static AppLauncher of(App app, LocalSuiteConfig config, Path directory, List<Path> components, Path configuration) {
        return new AppLauncher(app, config, directory, components, configuration, Tokens.random());
    }

    /// @param name of the process and of its log
    /// @param ports where it listens, and where it finds daprd
    ChildProcess service(String name, AppPorts ports) {
        var environment = new HashMap<>(tokens.environment());
        environment.put(
                "ORDERWAVE_QUEUE_WATCH_ENDPOINT",
                "http://127.0.0.1:%d".formatted(config.ports().statistics()));
        environment.putAll(tracing());
        environment.putAll(config.environment(app));
        environment.put("APP_PORT", Integer.toString(ports.app()));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.management()));
        environment.put("DAPR_HTTP_PORT", Integer.toString(ports.daprHttp()));
        environment.put("DAPR_GRPC_PORT", Integer.toString(ports.daprGrpc()));
        return ChildProcess.start(
                name, config.services().command(app), environment, directory, directory.resolve(name + ".log"));
    }

    /// @param name of the process and of its log
    /// @param ports where it finds the service, and where it listens
    Daprd daprd(String name, AppPorts ports) {
        var environment = new HashMap<>(tokens.environment());
        environment.putAll(tracing());
        return Daprd.start(
                name,
                new DaprdConfig(
                        app.id(),
                        ports.app(),
                        ports.daprHttp(),
                        ports.daprGrpc(),
                        components,
                        configuration,
                        environment,
                        directory,
                        directory.resolve(name.replace(' ', '-') + ".log")));
    }

    private Map<String, String> tracing() {
        return config.traces().map(TraceCollector::environment).orElse(Map.of());
    }

    /// Where daprd tells whether it has its components and sees the service.
    static URI daprdHealth(AppPorts ports) {
        return URI.create("http://127.0.0.1:%d/v1.0/healthz".formatted(ports.daprHttp()));
    }

    /// Where the service tells daprd whether it takes messages.
    static URI serviceHealth(AppPorts ports) {
        return URI.create("http://127.0.0.1:%d/healthz".formatted(ports.app()));
    }
}
