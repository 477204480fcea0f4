package dev.orderwave.local;

import dev.orderwave.processes.FreePorts;
import java.util.EnumMap;
import java.util.Map;

/// Every port of the suite.
public record SuitePorts(int serviceBus, int statistics, int blob, Map<App, AppPorts> apps) {
    private static final int PORTS_PER_APP = 4;
    private static final int BACKING_PORTS = 3;

    public SuitePorts {
        apps = Map.copyOf(apps);
    }

    /// The ones that `dapr.yaml` and the local secret store name, and that people can remember.
    public static SuitePorts wellKnown() {
        return new SuitePorts(
                5672,
                5300,
                10000,
                Map.of(
                        App.DISTRIBUTOR, new AppPorts(8081, 9081, 3501, 50001),
                        App.RECEIVER_EXPRESS, new AppPorts(8082, 9082, 3502, 50002),
                        App.RECEIVER_STANDARD, new AppPorts(8083, 9083, 3503, 50003)));
    }

    /// Ports that nobody uses now, so that several suites can run side by side.
    public static SuitePorts free() {
        var ports = FreePorts.find(BACKING_PORTS + App.values().length * PORTS_PER_APP)
                .iterator();
        var apps = new EnumMap<App, AppPorts>(App.class);
        for (var app : App.values()) {
            apps.put(app, new AppPorts(ports.next(), ports.next(), ports.next(), ports.next()));
        }
        return new SuitePorts(ports.next(), ports.next(), ports.next(), apps);
    }

    AppPorts of(App app) {
        var ports = apps.get(app);
        if (ports == null) {
            throw new IllegalArgumentException("no ports for " + app.id());
        }
        return ports;
    }
}
