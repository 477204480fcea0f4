package dev.orderwave.dapr;

import java.time.Duration;
import java.util.Optional;

/// The server that daprd posts to.
///
/// @param token what events must carry, if anything
/// @param healthPath where daprd's app health check asks
/// @param closeInterval every so many responses end their connection; 0 for never
/// @param failurePause how long the answer to a failed event waits
/// @param idleTimeout how long a connection may be silent
/// @param leaveTimeout longest wait for daprd to stop reading at shutdown
/// @param drainTimeout longest wait for messages in flight at shutdown
record AppServerConfig(
        String host,
        int port,
        Optional<String> token,
        String healthPath,
        int closeInterval,
        Duration failurePause,
        Duration idleTimeout,
        Duration leaveTimeout,
        Duration drainTimeout) {
    static AppServerConfig of(DaprBindingConnectorIncomingConfiguration config) {
        return new AppServerConfig(
                config.getAppHost(),
                config.getAppPort(),
                config.getAppApiToken().filter(token -> !token.isBlank()),
                config.getAppHealthPath(),
                config.getConnectionCloseInterval(),
                Duration.ofMillis(config.getFailurePause()),
                Duration.ofMillis(config.getIdleTimeout()),
                Duration.ofMillis(config.getLeaveTimeout()),
                Duration.ofMillis(config.getDrainTimeout()));
    }
}
