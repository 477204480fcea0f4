package dev.orderwave.servicebus;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.azure.messaging.servicebus.models.SubQueue;
import dev.orderwave.servicebus.internal.queue.Journals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A bus with one queue, and Azure's Java SDK connected to it. What it hands out it closes, the bus last.
final class JavaSdk implements AutoCloseable {
    /// For a machine that is busy with more than this test.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final AmqpRetryOptions WITHOUT_RETRY =
            new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(PATIENCE);
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final LocalServiceBus bus;
    private final String queue;

    JavaSdk(QueueConfig config) {
        this(config, Journals.NONE);
    }

    JavaSdk(QueueConfig config, Journals journals) {
        bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(config), journals);
        queue = config.name();
        opened.push(bus);
    }

    QueueStatistics statistics() {
        return bus.queue(queue);
    }

    Faults faults() {
        return bus.faults();
    }

    int statisticsPort() {
        return bus.statisticsPort();
    }

    ServiceBusSenderClient sender() {
        return sender(queue);
    }

    ServiceBusSenderClient sender(String toQueue) {
        return opened(builder().sender().queueName(toQueue).buildClient());
    }

    /// A sender that tries again, as it does unless told otherwise.
    ServiceBusSenderClient patientSender() {
        return opened(builder()
                .retryOptions(new AmqpRetryOptions().setTryTimeout(PATIENCE))
                .sender()
                .queueName(queue)
                .buildClient());
    }

    ServiceBusReceiverClient receiver() {
        return opened(withoutAutoLockRenewal().buildClient());
    }

    ServiceBusReceiverClient deadLetterReceiver() {
        return opened(
                withoutAutoLockRenewal().subQueue(SubQueue.DEAD_LETTER_QUEUE).buildClient());
    }

    ServiceBusReceiverClient deletingReceiver() {
        return opened(builder()
                .receiver()
                .queueName(queue)
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .buildClient());
    }

    ServiceBusClientBuilder builder() {
        return new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .retryOptions(WITHOUT_RETRY);
    }

    private ServiceBusClientBuilder.ServiceBusReceiverClientBuilder withoutAutoLockRenewal() {
        return builder().receiver().queueName(queue).maxAutoLockRenewDuration(Duration.ZERO);
    }

    static ServiceBusReceivedMessage receiveOne(ServiceBusReceiverClient receiver) {
        return receiver.receiveMessages(1, PATIENCE).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message within " + PATIENCE));
    }

    static List<ServiceBusMessage> messages(String... bodies) {
        return List.of(bodies).stream().map(ServiceBusMessage::new).toList();
    }

    private <T extends AutoCloseable> T opened(T client) {
        opened.push(client);
        return client;
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
