package dev.orderwave.loadgen.serve;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.trace.OrderTraces;
import dev.orderwave.loadgen.trace.TraceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `loadgen serve` is told on its command line.
@Command
public final class ServeOptions {

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Mixin
    private final TraceOptions traces = new TraceOptions();

    @Option(
            names = "--queue",
            defaultValue = WaveScheduler.QUEUE,
            description = "The queue; default: ${DEFAULT-VALUE}.")
    private String queue = "";

    @Option(names = "--port", defaultValue = "3000", description = "Where to listen; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen at, 0.0.0.0 in a container; default: ${DEFAULT-VALUE}.")
    private String host = "";

    public BlobStorage storage() {
        return storage.connect();
    }

    public ServiceBus bus() {
        return bus.connect();
    }

    public OrderTraces traces() {
        return traces.connect();
    }

    public String queue() {
        return queue;
    }

    public int port() {
        return port;
    }

    public String host() {
        return host;
    }
}
