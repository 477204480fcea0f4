package dev.orderwave.servicebus.internal.management;

import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import dev.orderwave.servicebus.internal.queue.LockToken;
import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.Settlement;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Renews and settles locks by token, for receivers whose link is gone or never was.
@SuppressWarnings("JavaUtilDate") // the type proton-j encodes as an AMQP timestamp
final class LockedMessages {
    private final Queue queue;

    LockedMessages(Queue queue) {
        this.queue = queue;
    }

    Reply renew(Request request) {
        var expirations = new ArrayList<Date>();
        for (var token : tokens(request)) {
            var until = queue.renew(token);
            if (until == null) {
                return Reply.lockLost();
            }
            expirations.add(new Date(until));
        }
        return Reply.ok(Map.of("expirations", expirations.toArray(Date[]::new)));
    }

    Reply settle(Request request) {
        var settlement = settlement(request);
        var lost = false;
        for (var token : tokens(request)) {
            lost |= !queue.settle(token, settlement);
        }
        return lost ? Reply.lockLost() : Reply.ok(Map.of());
    }

    private static List<LockToken> tokens(Request request) {
        return request.each("lock-tokens", token -> new LockToken((UUID) token));
    }

    private static Settlement settlement(Request request) {
        var status = String.valueOf(request.text("disposition-status"));
        var properties =
                request.map("properties-to-modify").map(ModifiedProperties::of).orElse(ModifiedProperties.NONE);
        return switch (status) {
            case "completed" -> new Settlement.Complete();
            case "abandoned" -> new Settlement.Abandon(properties);
            // Sic: Service Bus itself spells it so.
            case "defered", "deferred" -> new Settlement.Defer(properties);
            case "suspended" ->
                new Settlement.DeadLetter(properties
                        .with("DeadLetterReason", request.text("deadletter-reason"))
                        .with("DeadLetterErrorDescription", request.text("deadletter-description")));
            default ->
                throw new IllegalArgumentException(
                        "disposition-status must be completed, abandoned, defered or suspended, was " + status);
        };
    }
}
