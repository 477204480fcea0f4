package dev.orderwave.ledger.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.Ledger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `orderwave audit`: where every order is.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Accounts for every order of a wave: delivered, rejected, queued, dead-lettered, or unaccounted."
                + " Looks only: nothing is locked or changed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every order has exactly one ending, and nothing is dead-lettered",
            "1:not so; the orders are named",
            "2:wrong usage",
            "3:bus, storage or data set is absent or refuses"
        })
final class AuditCommand implements Callable<Integer> {

    private static final int NOT_CLEAN = 1;
    private static final int FIRST = 20;

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @ArgGroup
    private ExpectedOrders expected = new ExpectedOrders();

    @Option(names = "--all", description = "Name every order that is not delivered, not only the first " + FIRST + ".")
    private boolean all;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write all of it to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var audit = audit();
        spec.commandLine().getOut().print(new AuditTable(audit).text(all ? Integer.MAX_VALUE : FIRST));
        Optional.ofNullable(json).ifPresent(file -> AuditJson.write(audit, file));
        return audit.isClean() ? ExitCode.OK : NOT_CLEAN;
    }

    private Audit audit() {
        var blobs = storage.connect();
        var ledger = Ledger.of(bus.connect(), blobs);
        if (expected.areUnknown()) {
            return ledger.auditEverything();
        }
        try {
            return ledger.audit(expected.read(blobs));
        } catch (IllegalArgumentException wrongOption) {
            throw new ParameterException(spec.commandLine(), wrongOption.getMessage(), wrongOption);
        }
    }
}
