package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.verify.Findings;
import dev.orderwave.loadgen.verify.WaveVerification;
import dev.orderwave.loadgen.verify.WaveVerifier;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `loadgen verify`: compares what the outboxes hold with the stored data set.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compares every blob of the outboxes with the order it was made from.")
public final class VerifyCommand implements Callable<Integer> {

    static final int NOT_CLEAN = 1;

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Option(
            names = "--since",
            defaultValue = "1970-01-01T00:00:00Z",
            description = "Leave out blobs written before this moment, as left by an earlier wave with the same ids.")
    private Instant since = Instant.EPOCH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var blobs = storage.connect();
        var orders = new DataSetStore(blobs).load().orders();
        var verification = new WaveVerifier(blobs).verify(orders, since);
        tell(verification, spec.commandLine().getOut());
        return verification.isClean() ? ExitCode.OK : NOT_CLEAN;
    }

    private static void tell(WaveVerification verification, PrintWriter out) {
        out.printf("%-10s %d%n", "orders", verification.orders());
        tell("lost", verification.lost(), out);
        tell("duplicated", verification.duplicated(), out);
        tell("misrouted", verification.misrouted(), out);
        tell("corrupted", verification.corrupted(), out);
        tell("rejected", verification.rejected(), out);
        tell("unexpected", verification.unexpected(), out);
        out.println(verification.isClean() ? "clean" : "NOT CLEAN");
    }

    private static void tell(String what, Findings findings, PrintWriter out) {
        out.printf("%-10s %d%n", what, findings.count());
        findings.examples().forEach(finding -> out.printf("           %s%n", finding));
    }
}
