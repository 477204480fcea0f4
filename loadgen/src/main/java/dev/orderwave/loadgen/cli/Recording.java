package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.ledger.Ledger;
import dev.orderwave.ledger.OrderIds;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.RunFile;
import dev.orderwave.loadgen.result.ThisMachine;
import dev.orderwave.loadgen.schedule.Schedule;
import dev.orderwave.loadgen.verify.WaveVerifier;
import dev.orderwave.loadgen.watch.Watched;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/// Verifies a wave that was watched, and writes down all that is known of it: a run of one cycle.
record Recording(ServiceBus bus, BlobStorage storage, DataSet dataSet, Schedule schedule) {

    /// The exit code.
    int write(Watched watched, Path file, PrintWriter out) {
        var verification = new WaveVerifier(storage).verify(dataSet.orders(), watched.timing());
        var orderIds = dataSet.orders().stream().map(Order::orderId).toList();
        var audit = Ledger.of(bus, storage).audit(OrderIds.of(orderIds));
        var cycle = watched.cycle(verification, audit);
        var manifest = dataSet.manifest();
        var load = new Load(
                dataSet.size(),
                dataSet.seed(),
                manifest.sha256(),
                schedule.shape().toString());
        var name = file.getFileName().toString().replaceFirst("\\.json$", "");
        RunFile.write(
                new Run(
                        name,
                        cycle.due(),
                        ThisMachine.environment(bus.namespace() + ", " + storage.url()),
                        load,
                        List.of(cycle)),
                file);
        out.print(new VerificationReport(verification, Optional.empty()).table());
        out.printf("Recorded in %s%n", file);
        out.flush();
        return verification.isClean() ? ExitCode.OK : VerifyCommand.NOT_CLEAN;
    }
}
