package dev.orderwave.local;

import java.util.List;

/// How the services are started: ours, or others that speak the same components and are compared with them.
@FunctionalInterface
public interface ServiceProgram {
    /// The command line of one service. It finds its ports in `APP_PORT`, `DAPR_HTTP_PORT` and `DAPR_GRPC_PORT`.
    List<String> command(App app);
}
