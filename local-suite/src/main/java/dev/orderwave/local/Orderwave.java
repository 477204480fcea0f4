package dev.orderwave.local;

import dev.orderwave.local.chaos.ChaosCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./orderwave`, as far as it needs a JVM; the script finds one and builds what is missing.
@Command(
        name = "orderwave",
        description = "Bursts of orders from Azure Service Bus to blobs, on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, UpCommand.class, ChaosCommand.class, TrainCommand.class})
public final class Orderwave {
    private static final int FAILED = 1;

    private Orderwave() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Orderwave())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments));
    }
}
