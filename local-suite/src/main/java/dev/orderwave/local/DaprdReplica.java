package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.Daprd;
import java.time.Duration;

/// One of the daprd that share an app id.
public final class DaprdReplica {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final AppLauncher launcher;
    private final String name;
    private final AppPorts ports;
    private volatile Daprd daprd;

    /// @param ports its own, and the address of the service
    DaprdReplica(AppLauncher launcher, String name, AppPorts ports) {
        this.launcher = launcher;
        this.name = name;
        this.ports = ports;
        this.daprd = launcher.daprd(name, ports);
    }

    public String name() {
        return name;
    }

    public ChildProcess process() {
        return daprd.process();
    }

    /// Starts it again, after it was killed or in good order.
    public void restart() {
        daprd.close();
        daprd = launcher.daprd(name, ports);
    }

    /// How many calls of output bindings it has carried out since its start.
    public long outputs() {
        return Math.round(new Metrics(daprd.metrics()).sum("dapr_component_output_binding_count"));
    }

    void awaitReady() {
        process().awaitStatus(AppLauncher.daprdHealth(ports), 204, START_PATIENCE);
    }

    AppPorts ports() {
        return ports;
    }

    String describe() {
        return "%-18s http://127.0.0.1:%d   log %s"
                .formatted(name, ports.daprHttp(), process().log());
    }
}
