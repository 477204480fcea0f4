package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import java.util.List;

/// The processes of one app id, however many there are.
sealed interface RunningApp extends AutoCloseable permits SuiteApp, SharedApp {
    /// Waits until orders would flow.
    void awaitReady();

    /// Those that run now, daprd first.
    List<ChildProcess> processes();

    /// Those that may go away and come back while orders flow.
    List<SuitePart> parts();

    /// Where people look: health, metrics, logs.
    List<String> describe();

    /// Asks the service to end, which has daprd stop reading, without waiting; [#close] waits.
    void terminateService();

    @Override
    void close();
}
