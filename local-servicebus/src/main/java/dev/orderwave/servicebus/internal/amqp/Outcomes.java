package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import dev.orderwave.servicebus.internal.queue.Settlement;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Modified;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.jspecify.annotations.Nullable;

/// The AMQP outcomes in which receivers say what they decided, and in which they are answered.
final class Outcomes {
    private Outcomes() {}

    /// What an outcome decides; null for a state that is none, such as that of a transaction.
    static @Nullable Settlement settlement(DeliveryState outcome) {
        return switch (outcome) {
            case Accepted _ -> new Settlement.Complete();
            case Released _ -> new Settlement.Release();
            case Modified modified
            when Boolean.TRUE.equals(modified.getUndeliverableHere()) ->
                new Settlement.Defer(properties(modified.getMessageAnnotations()));
            case Modified modified -> new Settlement.Abandon(properties(modified.getMessageAnnotations()));
            case Rejected rejected -> deadLetter(rejected.getError());
            default -> null;
        };
    }

    /// The same outcome again, as clients expect; a dead-letter's without its error, which they would take for a
    /// failure.
    static DeliveryState confirmed(DeliveryState outcome) {
        return outcome instanceof Rejected ? new Rejected() : outcome;
    }

    static DeliveryState lockLost() {
        return rejected(
                "com.microsoft:message-lock-lost",
                "The lock supplied is invalid. Either the lock expired, or the message has already been removed.");
    }

    static DeliveryState rejected(String condition, String description) {
        return new ErrorAnswer(condition, description).toRejection();
    }

    /// Reason, description and properties to set are all entries of the error's map.
    private static Settlement deadLetter(@Nullable ErrorCondition error) {
        return new Settlement.DeadLetter(properties(error == null ? null : error.getInfo()));
    }

    private static ModifiedProperties properties(@Nullable Map<?, ?> decoded) {
        return decoded == null ? ModifiedProperties.NONE : ModifiedProperties.of(decoded);
    }
}
