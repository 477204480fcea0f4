package dev.orderwave.servicebus.internal.management;

import dev.orderwave.servicebus.internal.message.MalformedMessageException;
import dev.orderwave.servicebus.internal.queue.Queue;
import org.apache.qpid.proton.message.Message;

/// A queue's `$management` node: performs the operations that links have no words for.
public final class ManagementNode {
    private final ScheduledMessages scheduledMessages;
    private final LockedMessages lockedMessages;
    private final Browsing browsing;

    public ManagementNode(Queue queue) {
        this.scheduledMessages = new ScheduledMessages(queue);
        this.lockedMessages = new LockedMessages(queue);
        this.browsing = new Browsing(queue);
    }

    public Reply answer(Message message) {
        var request = Request.of(message);
        try {
            return perform(request);
        } catch (IllegalArgumentException | ClassCastException | MalformedMessageException e) {
            return Reply.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Reply perform(Request request) {
        return switch (request.operation()) {
            case "com.microsoft:schedule-message" -> scheduledMessages.schedule(request);
            case "com.microsoft:cancel-scheduled-message" -> scheduledMessages.cancel(request);
            case "com.microsoft:renew-lock" -> lockedMessages.renew(request);
            case "com.microsoft:update-disposition" -> lockedMessages.settle(request);
            case "com.microsoft:peek-message" -> browsing.peek(request);
            case "com.microsoft:receive-by-sequence-number" -> browsing.receiveDeferred(request);
            default -> Reply.notImplemented(request.operation());
        };
    }
}
