package dev.orderwave.ledger;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The suite's queues and containers, without its services: empty at first.
public record LocalAzure(LocalServiceBus bus, Azurite azurite) implements AutoCloseable {

    /// What is locked stays so longer than any test takes.
    public static LocalAzure start() {
        return startWithLocksOf(Duration.ofMinutes(5));
    }

    public static LocalAzure startWithLocksOf(Duration duration) {
        try {
            var queues = Arrays.stream(Hop.values())
                    .map(hop -> QueueConfig.named(hop.queue()).withLockDuration(duration))
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

    /// As the services write it down.
    public void reject(Hop hop, String messageId, String message, String reason) {
        var entry = new ObjectMapper()
                .createObjectNode()
                .put("reason", reason)
                .put("app", hop.app())
                .put("messageId", messageId)
                .put("message", message);
        entry.putObject("module").put("name", "order-router").put("sha256", "a1b2c3d4e5f60718");
        write("rejected-outbox", entryName(messageId, message), entry.toString());
    }

    public static String entryName(String messageId, String message) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(message.getBytes(StandardCharsets.UTF_8));
            return messageId + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void deadLetter(Hop hop, Stream<ServiceBusMessage> messages, String reason) {
        var all = messages.toList();
        send(hop, all.stream());
        var why = new DeadLetterOptions().setDeadLetterReason(reason).setDeadLetterErrorDescription("it traps");
        try (var receiver =
                sdk().receiver().queueName(hop.queue()).disableAutoComplete().buildClient()) {
            int left = all.size();
            while (left > 0) {
                for (var received : receiver.receiveMessages(left, Duration.ofSeconds(5))) {
                    receiver.deadLetter(received, why);
                    left--;
                }
            }
        }
    }

    /// What is in a queue, taken out of it.
    public List<ServiceBusReceivedMessage> drain(Hop hop) {
        try (var receiver = sdk().receiver()
                .queueName(hop.queue())
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .buildClient()) {
            var all = new ArrayList<ServiceBusReceivedMessage>();
            while (bus.queue(hop.queue()).active() > 0) {
                receiver.receiveMessages(100, Duration.ofSeconds(1)).forEach(all::add);
            }
            return List.copyOf(all);
        }
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
