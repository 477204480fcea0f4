package dev.orderwave.servicebus.conformance;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusClientBuilder.ServiceBusReceiverClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.azure.messaging.servicebus.models.SubQueue;
import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.LocalServiceBus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// One scenario's queue through Azure's Java SDK. What it hands out it closes.
final class JavaQueue implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private final LocalServiceBus bus;
    private final String name;
    private final ServiceBusClientBuilder client;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    JavaQueue(LocalServiceBus bus, Scenario scenario) {
        this.bus = bus;
        this.name = scenario.key();
        this.client = connect(new AmqpRetryOptions().setDelay(Duration.ofMillis(200)));
    }

    ServiceBusSenderClient sender() {
        return sender(client);
    }

    /// A sender on a connection of its own that tries once.
    ServiceBusSenderClient impatientSender() {
        return sender(connect(new AmqpRetryOptions().setMaxRetries(0)));
    }

    ServiceBusReceiverClient receiver() {
        return opened(receiving().buildClient());
    }

    ServiceBusReceiverClient deletingReceiver() {
        return opened(receiving()
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .buildClient());
    }

    ServiceBusReceiverClient deadLetters() {
        return opened(receiving().subQueue(SubQueue.DEAD_LETTER_QUEUE).buildClient());
    }

    ServiceBusClientBuilder.ServiceBusProcessorClientBuilder processor() {
        return client.processor().queueName(name);
    }

    void inject(Fault fault) {
        bus.faults().inject(name, fault);
    }

    void clearFault() {
        bus.faults().clear(name);
    }

    <T extends AutoCloseable> T opened(T closeable) {
        opened.push(closeable);
        return closeable;
    }

    static ServiceBusReceivedMessage receiveOne(ServiceBusReceiverClient receiver) {
        return receiver.receiveMessages(1, PATIENCE).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message within " + PATIENCE));
    }

    static String body(ServiceBusReceivedMessage message) {
        return message.getBody().toString();
    }

    static ServiceBusMessage order(String body) {
        return new ServiceBusMessage(BinaryData.fromString(body));
    }

    private ServiceBusClientBuilder connect(AmqpRetryOptions retries) {
        return new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .retryOptions(retries.setTryTimeout(PATIENCE));
    }

    private ServiceBusSenderClient sender(ServiceBusClientBuilder through) {
        return opened(through.sender().queueName(name).buildClient());
    }

    private ServiceBusReceiverClientBuilder receiving() {
        return client.receiver().queueName(name).maxAutoLockRenewDuration(Duration.ZERO);
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
