package dev.orderwave.ledger;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.processes.Azurite;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The suite's queues and containers, without its services: empty at first.
public record LocalAzure(LocalServiceBus bus, Azurite azurite) implements AutoCloseable {

    public static LocalAzure start() {
        try {
            var queues = Arrays.stream(Hop.values())
                    .map(hop -> QueueConfig.named(hop.queue()).withMaxDeliveryCount(3))
                    .toArray(QueueConfig[]::new);
            var azurite = Azurite.start(FreePorts.find(1).getFirst(), Files.createTempDirectory("ledger-azurite"));
            var local = new LocalAzure(LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(queues)), azurite);
            List.of("express-outbox", "standard-outbox", "rejected-outbox")
                    .forEach(name -> local.storage().container(name).createIfAbsent());
            return local;
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a storage", e);
        }
    }

    public ServiceBus serviceBus() {
        return ServiceBus.connect(bus.connectionString());
    }

    public BlobStorage storage() {
        return BlobStorage.connect(azurite.connectionString());
    }

    public void send(Hop hop, ServiceBusMessage message) {
        send(hop, Stream.of(message));
    }

    public void send(Hop hop, Stream<ServiceBusMessage> messages) {
        try (var sender = sdk().sender().queueName(hop.queue()).buildClient()) {
            sender.sendMessages(messages.toList());
        }
    }

    public void write(String container, String blob, String content) {
        storage().container(container).write(blob, content.getBytes(StandardCharsets.UTF_8));
    }

    public ServiceBusClientBuilder sdk() {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }

    public static ServiceBusMessage message(String id) {
        return new ServiceBusMessage(BinaryData.fromString("{\"orderId\":%s}".formatted(id))).setMessageId(id);
    }

    @Override
    public void close() {
        bus.close();
        azurite.close();
    }
}
