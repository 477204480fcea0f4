package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.schedule.RecordedScheduler;
import dev.orderwave.loadgen.trace.OrderTraces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `loadgen cancel`: takes the last schedule back.
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Cancels every order of the last schedule that is not due yet.")
public final class CancelCommand implements Runnable {

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var cancellation = new RecordedScheduler(bus.connect(), storage.connect(), OrderTraces.none()).cancel();
        spec.commandLine()
                .getOut()
                .printf(
                        "Cancelled %,d orders that were not due; %,d were due before.%n",
                        cancellation.cancelled(), cancellation.due());
    }
}
