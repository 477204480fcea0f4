package dev.orderwave.ledger;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A message that a queue gave up.
///
/// @param place the queue
/// @param since when the queue accepted it first; when it was given up is not written down anywhere
/// @param properties what its sender wrote on it
public record DeadLetter(
        String place,
        long sequenceNumber,
        Optional<String> messageId,
        String reason,
        long deliveries,
        Instant since,
        Map<String, Object> properties,
        byte[] message)
        implements Stray {

    public DeadLetter {
        properties = Map.copyOf(properties);
    }

    static DeadLetter of(String queue, ServiceBusReceivedMessage message) {
        return new DeadLetter(
                queue,
                message.getSequenceNumber(),
                Optional.ofNullable(message.getMessageId()),
                DeadLetterReason.of(message),
                message.getDeliveryCount(),
                message.getEnqueuedTime().toInstant(),
                message.getApplicationProperties(),
                message.getBody().toBytes());
    }

    @Override
    public Set<String> names() {
        return messageId.map(Set::of).orElseGet(Set::of);
    }

    @Override
    public String moduleDigest() {
        return "";
    }
}
