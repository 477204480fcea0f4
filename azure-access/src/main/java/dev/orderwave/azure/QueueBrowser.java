package dev.orderwave.azure;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Looks at the messages of a queue and changes nothing: none is locked, none is delivered.
public final class QueueBrowser {

    /// Enough to hide the round trips. A reply holds fewer if they are large.
    private static final int MESSAGES_AT_ONCE = 500;

    /// The SDK itself would look for an absent bus for more than a minute.
    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(10);

    /// Time for the SDK to try again what a busy bus refused.
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final ServiceBus bus;
    private final String queue;
    private final boolean deadLetters;

    QueueBrowser(ServiceBus bus, String queue, boolean deadLetters) {
        this.bus = bus;
        this.queue = queue;
        this.deadLetters = deadLetters;
    }

    public String queue() {
        return queue;
    }

    /// Every message in the sequence of their numbers: scheduled, active, locked and deferred ones alike. A few hundred
    /// are held at a time.
    ///
    /// @throws AzureException if the queue cannot be read
    public void forEach(Consumer<ServiceBusReceivedMessage> action) {
        try (var receiver = deadLetters ? bus.deadLetterPeeker(queue) : bus.peeker(queue)) {
            var messages = peek(receiver, 0, REACHABLE_WITHIN);
            while (!messages.isEmpty()) {
                messages.forEach(action);
                messages = peek(receiver, messages.getLast().getSequenceNumber() + 1, ANSWERED_WITHIN);
            }
        }
    }

    private List<ServiceBusReceivedMessage> peek(ServiceBusReceiverAsyncClient receiver, long from, Duration patience) {
        try {
            return receiver.peekMessages(MESSAGES_AT_ONCE, from)
                    .collectList()
                    .timeout(patience)
                    .blockOptional()
                    .orElseGet(List::of);
        } catch (RuntimeException fault) {
            throw new BusFaults(receiver.getFullyQualifiedNamespace(), queue).explain(fault, "listen");
        }
    }
}
