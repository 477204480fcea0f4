package dev.orderwave.loadgen.result;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine that the load comes from.
public final class ThisMachine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private ThisMachine() {}

    /// @param target the Service Bus and storage that the orders go through
    public static Environment environment(String target) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Environment(
                target,
                "%s %s, %s".formatted(system.getName(), system.getVersion(), system.getArch()),
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 20,
                Runtime.version().toString());
    }

    /// Linux says it; elsewhere nobody does.
    private static String processor() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
