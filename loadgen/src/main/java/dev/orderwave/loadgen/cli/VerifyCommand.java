package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.latency.Clocks;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.schedule.DueTimes;
import dev.orderwave.loadgen.verify.Outbox;
import dev.orderwave.loadgen.verify.WaveVerifier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Mixin
    private final WaveOptions wave = new WaveOptions();

    @Option(
            names = "--late-after",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long after its due time an order may come, such as 60s; a later one is not clean.")
    private @Nullable Duration lateAfter;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var blobs = storage.connect();
        var dataSet = new DataSetStore(blobs).load();
        var verifier = new WaveVerifier(blobs);
        var timing = wave.schedule(dataSet, blobs).map(known -> timing(known.dueTimes(dataSet), blobs));
        var verification = timing.map(times -> verifier.verify(dataSet.orders(), times))
                .orElseGet(() -> verifier.verify(dataSet.orders()));
        var out = spec.commandLine().getOut();
        var report = new VerificationReport(verification, timing.map(Timing::clocks));
        out.print(json ? report.json() : report.table());
        out.flush();
        return verification.isClean() ? ExitCode.OK : NOT_CLEAN;
    }

    private Timing timing(DueTimes due, BlobStorage blobs) {
        return new Timing(
                due, Clocks.measure(blobs.container(Outbox.EXPRESS.container())), Optional.ofNullable(lateAfter));
    }
}
