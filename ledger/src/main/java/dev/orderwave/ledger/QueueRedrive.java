package dev.orderwave.ledger;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import dev.orderwave.azure.BusFaults;
import dev.orderwave.azure.ServiceBus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Puts dead letters of one queue back into it: each is received, sent, then completed.
///
/// Service Bus hands out messages by their age only, so those that are not meant are received as well. They keep their
/// lock until the end, since given back at once they would be the next to come again.
final class QueueRedrive {

    /// Few, so that a batch is done long before its locks run out.
    private static final int AT_ONCE = 50;

    private static final Duration BATCH_WITHIN = Duration.ofSeconds(2);

    private final ServiceBus bus;
    private final String queue;
    private final Duration patience;
    private final Set<Long> open;
    private final List<ServiceBusReceivedMessage> passedOver = new ArrayList<>();

    /// @param meant the sequence numbers of those to put back
    QueueRedrive(ServiceBus bus, String queue, Duration patience, Set<Long> meant) {
        this.bus = bus;
        this.queue = queue;
        this.patience = patience;
        this.open = new TreeSet<>(meant);
    }

    int open() {
        return open.size();
    }

    List<Redrive.Left> left() {
        return open.stream()
                .map(number -> new Redrive.Left(
                        "dead letter %d of %s".formatted(number, queue),
                        "somebody else has it locked: start again later"))
                .toList();
    }

    void run(Senders senders, Runnable afterEach) {
        if (open.isEmpty()) {
            return;
        }
        try (var receiver = bus.deadLetterReceiver(queue)) {
            var until = Instant.now().plus(patience);
            while (!open.isEmpty() && Instant.now().isBefore(until)) {
                if (putBackBatch(receiver, senders, afterEach)) {
                    until = Instant.now().plus(patience);
                } else {
                    forgetWhatIsGone();
                }
            }
            passedOver.forEach(message -> settle(receiver, () -> receiver.abandon(message)));
        }
    }

    /// Whether any was put back.
    private boolean putBackBatch(ServiceBusReceiverClient receiver, Senders senders, Runnable afterEach) {
        boolean moved = false;
        for (var message : receive(receiver)) {
            if (!open.contains(message.getSequenceNumber())) {
                passedOver.add(message);
            } else {
                senders.send(queue, new ServiceBusMessage(message));
                if (settle(receiver, () -> receiver.complete(message))) {
                    open.remove(message.getSequenceNumber());
                    afterEach.run();
                    moved = true;
                }
            }
        }
        return moved;
    }

    /// Somebody else may put back dead letters, too.
    private void forgetWhatIsGone() {
        var there = new HashSet<Long>();
        bus.deadLetters(queue).forEach(message -> there.add(message.getSequenceNumber()));
        open.retainAll(there);
    }

    private List<ServiceBusReceivedMessage> receive(ServiceBusReceiverClient receiver) {
        try {
            return receiver.receiveMessages(AT_ONCE, BATCH_WITHIN).stream().toList();
        } catch (RuntimeException fault) {
            throw faults(receiver).explain(fault, "listen");
        }
    }

    /// False if the lock was lost meanwhile: then the message comes again.
    private boolean settle(ServiceBusReceiverClient receiver, Runnable settlement) {
        try {
            settlement.run();
            return true;
        } catch (ServiceBusException fault) {
            if (ServiceBusFailureReason.MESSAGE_LOCK_LOST.equals(fault.getReason())) {
                return false;
            }
            throw faults(receiver).explain(fault, "listen");
        }
    }

    private BusFaults faults(ServiceBusReceiverClient receiver) {
        return new BusFaults(receiver.getFullyQualifiedNamespace(), queue);
    }
}
