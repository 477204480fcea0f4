package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.dataset.Manifest;
import dev.orderwave.loadgen.order.OrderSchema;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `loadgen generate`: makes a data set and stores it.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Makes a data set and stores it in container " + DataSetStore.CONTAINER + ".")
public final class GenerateCommand implements Runnable {

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final OrderOptions orders = new OrderOptions();

    @Option(
            names = "--first-order-id",
            defaultValue = "1",
            description = "Ids count up from here; default: ${DEFAULT-VALUE}.")
    private int firstOrderId;

    @Option(
            names = "--size",
            defaultValue = "0",
            paramLabel = "BYTES",
            description = "So many bytes of JSON each order has at least; default: as it comes, about 550.")
    private int bytes;

    @Option(names = "--schema", description = "Print the JSON Schema of an order, and generate nothing.")
    private boolean schema;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (schema) {
            spec.commandLine().getOut().print(new String(OrderSchema.json(), StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
            return;
        }
        var manifest = generate();
        spec.commandLine()
                .getOut()
                .printf(
                        "Stored %d orders of seed %d in container %s, SHA-256 %s%n",
                        manifest.count(), manifest.seed(), DataSetStore.CONTAINER, manifest.sha256());
    }

    private Manifest generate() {
        var store = new DataSetStore(storage.connect());
        try {
            return store.save(orders.generator().withFirstOrderId(firstOrderId).withBytes(bytes), orders.orders());
        } catch (IllegalArgumentException wrongOption) {
            throw new ParameterException(spec.commandLine(), wrongOption.getMessage(), wrongOption);
        }
    }
}
