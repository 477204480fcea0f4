package dev.orderwave.loadgen.schedule;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import dev.orderwave.azure.QueueBrowser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a look at the queue met of one schedule. A message that becomes due during the look gets a higher number, so it
/// may be met twice, and is not missed.
record QueuedOrders(List<QueuedOrder> orders) {

    static QueuedOrders of(Schedule schedule, QueueBrowser queue) {
        var met = new ArrayList<QueuedOrder>();
        queue.forEach(message -> {
            if (schedule.id().equals(message.getApplicationProperties().get(OrderSender.SCHEDULE))) {
                met.add(QueuedOrder.of(message));
            }
        });
        return new QueuedOrders(met);
    }

    List<QueuedOrder> notDue() {
        return orders.stream().filter(order -> !order.released()).toList();
    }

    /// @param released whether the queue has let it go, so that receivers may have it
    record QueuedOrder(int orderId, long sequenceNumber, Instant due, boolean released) {

        static QueuedOrder of(ServiceBusReceivedMessage message) {
            var due = String.valueOf(message.getApplicationProperties().get(OrderSender.DUE));
            return new QueuedOrder(
                    Integer.parseInt(message.getMessageId()),
                    message.getSequenceNumber(),
                    Instant.ofEpochMilli(Long.parseLong(due)),
                    message.getState() != ServiceBusMessageState.SCHEDULED);
        }
    }
}
