package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.order.OrderGenerator;
import picocli.CommandLine.Option;

/// Which orders are made, as options.
final class OrderOptions {

    @Option(
            names = "--orders",
            defaultValue = "10000",
            description = "How many orders, per wave; default: ${DEFAULT-VALUE}.")
    private int orders;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed makes the same orders, whatever their ids; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--express-share",
            defaultValue = "0.5",
            description = "The share of express orders, 0 to 1; default: ${DEFAULT-VALUE}.")
    private double expressShare;

    int orders() {
        return orders;
    }

    /// @throws IllegalArgumentException if an option is wrong; its message says which
    OrderGenerator generator() {
        return OrderGenerator.seeded(seed).withExpressShare(expressShare);
    }
}
