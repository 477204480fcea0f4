package dev.orderwave.loadgen.watch;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.verify.Documents;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.net.URI;
import java.util.Locale;

/// All of the suite in one step: takes orders from the ingress queue and writes each one's blob, as the receivers
/// would.
public final class MiniatureSuite implements AutoCloseable {

    private final LocalStorage storage = LocalStorage.start().withOutboxes();
    private final LocalServiceBus bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(
            QueueConfig.named(WaveScheduler.QUEUE),
            QueueConfig.named("q-order-express"),
            QueueConfig.named("q-order-standard")));
    private final BlobStorage blobs = storage.connect();
    private final ServiceBusProcessorClient processor;

    private MiniatureSuite() {
        processor = new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .processor()
                .queueName(WaveScheduler.QUEUE)
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .maxConcurrentCalls(4)
                .processMessage(context -> write(context.getMessage()))
                .processError(fault -> {})
                .buildProcessorClient();
    }

    public static MiniatureSuite start() {
        var suite = new MiniatureSuite();
        suite.processor.start();
        return suite;
    }

    public ServiceBus serviceBus() {
        return ServiceBus.connect(bus.connectionString()).managedAt(management());
    }

    public BlobStorage blobs() {
        return blobs;
    }

    public String busConnectionString() {
        return bus.connectionString();
    }

    public String blobConnectionString() {
        return storage.connectionString();
    }

    public URI management() {
        return URI.create("http://localhost:" + bus.statisticsPort());
    }

    private void write(ServiceBusReceivedMessage message) {
        var order = Order.fromJson(message.getBody().toBytes());
        var outbox = order.delivery().text().toLowerCase(Locale.ROOT) + "-outbox";
        blobs.container(outbox).write(Integer.toString(order.orderId()), Documents.right(order));
    }

    @Override
    public void close() {
        processor.close();
        bus.close();
        storage.close();
    }
}
