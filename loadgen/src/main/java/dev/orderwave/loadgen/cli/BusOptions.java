package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.schedule.WaveScheduler;
import picocli.CommandLine.Option;

/// Where the queue is.
final class BusOptions {

    @Option(
            names = "--servicebus-connection-string",
            required = true,
            defaultValue = "${env:SERVICEBUS_CONNECTION_STRING}",
            paramLabel = "STRING",
            description = "The Service Bus namespace; default: $SERVICEBUS_CONNECTION_STRING.")
    private String connectionString = "";

    @Option(
            names = "--queue",
            defaultValue = WaveScheduler.QUEUE,
            description = "The queue; default: ${DEFAULT-VALUE}.")
    private String queue = "";

    WaveScheduler connect() {
        return WaveScheduler.connect(connectionString, queue);
    }
}
