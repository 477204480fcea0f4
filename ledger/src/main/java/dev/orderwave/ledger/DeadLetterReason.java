package dev.orderwave.ledger;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a queue, or a receiver, gave a message up.
final class DeadLetterReason {

    private DeadLetterReason() {}

    /// Reason and description in one line.
    static String of(ServiceBusReceivedMessage message) {
        return Stream.of(message.getDeadLetterReason(), message.getDeadLetterErrorDescription())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(": "), text -> text.isEmpty() ? "no reason" : text));
    }
}
