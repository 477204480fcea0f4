package dev.orderwave.ledger;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import dev.orderwave.azure.BusFaults;
import dev.orderwave.azure.ServiceBus;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One sender per queue, opened when the queue is sent to first.
final class Senders implements AutoCloseable {

    private static final Duration ACCEPTED_WITHIN = Duration.ofSeconds(60);

    private final ServiceBus bus;
    private final Map<String, ServiceBusSenderAsyncClient> senders = new ConcurrentHashMap<>();

    Senders(ServiceBus bus) {
        this.bus = bus;
    }

    /// Returns when the queue has accepted the message.
    ///
    /// @throws dev.orderwave.azure.AzureException if it did not
    void send(String queue, ServiceBusMessage message) {
        var sender = senders.computeIfAbsent(queue, bus::sender);
        try {
            sender.sendMessage(message).timeout(ACCEPTED_WITHIN).block();
        } catch (RuntimeException fault) {
            throw new BusFaults(sender.getFullyQualifiedNamespace(), queue).explain(fault, "send");
        }
    }

    @Override
    public void close() {
        senders.values().forEach(ServiceBusSenderAsyncClient::close);
    }
}
