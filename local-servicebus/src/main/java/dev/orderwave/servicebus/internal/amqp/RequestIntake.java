package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.internal.management.Reply;
import java.util.function.Function;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.codec.DecodeException;
import org.apache.qpid.proton.message.Message;

/// Takes requests to a node and sends each answer to the link of the same connection that the request names.
final class RequestIntake implements Intake {
    private final NodeAddress node;
    private final Function<Message, Reply> answer;
    private final Answers answers;
    private final AmqpConnection connection;

    RequestIntake(NodeAddress node, Function<Message, Reply> answer, Answers answers, AmqpConnection connection) {
        this.node = node;
        this.answer = answer;
        this.answers = answers;
        this.connection = connection;
    }

    @Override
    public DeliveryState take(byte[] bytes, int messageFormat) {
        var request = Proton.message();
        try {
            request.decode(bytes, 0, bytes.length);
        } catch (DecodeException e) {
            return Outcomes.rejected("amqp:decode-error", "The request is no AMQP message: " + e.getMessage());
        }
        var link = connection.replyLink(node, request.getReplyTo());
        if (link == null) {
            return Outcomes.rejected(
                    "amqp:not-found", "No link of this connection waits for replies at " + request.getReplyTo());
        }
        var reply = answer.apply(request).toMessage(request.getMessageId());
        answers.give(() -> link.send(reply));
        return Accepted.getInstance();
    }
}
