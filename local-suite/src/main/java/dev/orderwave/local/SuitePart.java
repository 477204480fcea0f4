package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import java.util.function.Supplier;

/// One process of a suite that may go away and come back without the others.
///
/// @param process the one that runs now; another one after each restart
/// @param restart starts it again, whether it still runs or not, and does not wait until it is ready
/// @param survivesKill whether it keeps what it accepted when it is killed; one that does not may only be stopped
public record SuitePart(String name, Supplier<ChildProcess> process, Runnable restart, boolean survivesKill) {
    @Override
    public String toString() {
        return name;
    }
}
