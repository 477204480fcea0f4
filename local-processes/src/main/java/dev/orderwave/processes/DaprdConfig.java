package dev.orderwave.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How one daprd is run.
///
/// @param appPort where the app answers; daprd waits until it does
/// @param httpPort,grpcPort where daprd answers the app
/// @param resources folders with components, resiliency and secret stores
/// @param configuration the Dapr configuration file
/// @param environment for example `APP_API_TOKEN` and `DAPR_API_TOKEN`
/// @param workDirectory what relative paths in components start from
public record DaprdConfig(
        String appId,
        int appPort,
        int httpPort,
        int grpcPort,
        List<Path> resources,
        Path configuration,
        Map<String, String> environment,
        Path workDirectory,
        Path log) {
    public DaprdConfig {
        resources = List.copyOf(resources);
        environment = Map.copyOf(environment);
    }
}
