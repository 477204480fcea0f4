package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.internal.management.ManagementNode;
import dev.orderwave.servicebus.internal.management.Reply;
import java.util.function.Function;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/// Answers a client's attach: decides by the link's address and direction what it is for, or refuses it.
final class LinkAttachment {
    private static final int MAX_REQUEST_BYTES = 1024 * 1024;
    private static final Symbol SESSION_FILTER = Symbol.valueOf("com.microsoft:session-filter");
    private final Namespace namespace;
    private final AmqpConnection connection;

    LinkAttachment(Namespace namespace, AmqpConnection connection) {
        this.namespace = namespace;
        this.connection = connection;
    }

    /// Opens the broker's end of the link; null if the link was refused.
    @Nullable
    LinkEndpoint attach(Link link) {
        try {
            return accept(link);
        } catch (LinkRefusedException e) {
            refuse(link, e);
            return null;
        }
    }

    private LinkEndpoint accept(Link link) {
        return switch (link) {
            case Receiver receiver -> {
                var endpoint = incoming(receiver);
                open(link, endpoint.maxMessageBytes());
                endpoint.open();
                yield endpoint;
            }
            case Sender sender -> {
                var endpoint = outgoing(sender);
                open(link, MAX_REQUEST_BYTES);
                yield endpoint;
            }
            default -> throw LinkRefusedException.notImplemented("unknown kind of link");
        };
    }

    private IncomingLink incoming(Receiver link) {
        if (!(link.getRemoteTarget() instanceof Target target)) {
            throw LinkRefusedException.notImplemented("local-servicebus has no transactions");
        }
        var address = NodeAddress.of(target.getAddress());
        return switch (address) {
            case NodeAddress.Cbs() -> {
                var tokens = new RequestIntake(address, _ -> Reply.accepted(), Answers.AT_ONCE, connection);
                yield new IncomingLink(link, MAX_REQUEST_BYTES, tokens, Answers.AT_ONCE, connection);
            }
            case NodeAddress.Management(var entity) -> {
                var dispatcher = admittedTo(entity);
                var requests = new RequestIntake(address, requests(dispatcher), dispatcher.fault(), connection);
                yield new IncomingLink(link, MAX_REQUEST_BYTES, requests, Answers.AT_ONCE, connection);
            }
            case NodeAddress.Entity(var queue, var deadLetter)
            when deadLetter ->
                throw LinkRefusedException.notAllowed(
                        "Nobody can send to the dead-letter queue of '" + queue + "': dead-letter a message instead");
            case NodeAddress.Entity entity -> {
                var dispatcher = admittedTo(entity);
                var messages = new QueueIntake(dispatcher.queue(), dispatcher.fault());
                yield new IncomingLink(
                        link, dispatcher.queue().maxMessageBytes(), messages, dispatcher.fault(), connection);
            }
        };
    }

    private static Function<Message, Reply> requests(Dispatcher dispatcher) {
        var node = new ManagementNode(dispatcher.queue());
        return request -> dispatcher
                .fault()
                .rejection()
                .map(error -> Reply.failed(error.condition(), error.description()))
                .orElseGet(() -> node.answer(request));
    }

    private Dispatcher admittedTo(NodeAddress.Entity entity) {
        var dispatcher = namespace.find(entity);
        dispatcher.fault().admitLink();
        return dispatcher;
    }

    private LinkEndpoint outgoing(Sender link) {
        if (!(link.getRemoteSource() instanceof Source source)) {
            throw LinkRefusedException.notFound("A receiving link needs a source");
        }
        var address = NodeAddress.of(source.getAddress());
        return switch (address) {
            case NodeAddress.Cbs() -> replyLink(link, address);
            case NodeAddress.Management(var entity) -> {
                admittedTo(entity);
                yield replyLink(link, address);
            }
            case NodeAddress.Entity entity -> consumer(link, source, entity);
        };
    }

    private LinkEndpoint replyLink(Sender link, NodeAddress address) {
        var replyTo =
                link.getRemoteTarget() == null ? null : link.getRemoteTarget().getAddress();
        return new ReplyLink(link, address, replyTo, connection);
    }

    private LinkEndpoint consumer(Sender link, Source source, NodeAddress.Entity entity) {
        if (source.getFilter() != null && source.getFilter().containsKey(SESSION_FILTER)) {
            throw LinkRefusedException.notImplemented("local-servicebus has no sessions");
        }
        var dispatcher = admittedTo(entity);
        var consumer = new Consumer(link, dispatcher, connection);
        dispatcher.add(consumer);
        return consumer;
    }

    /// Echoes what the client asked for, which go-amqp insists on, and names a size limit, without which batches are
    /// refused.
    private static void open(Link link, int maxMessageBytes) {
        link.setSource(link.getRemoteSource());
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        link.setMaxMessageSize(UnsignedLong.valueOf(maxMessageBytes));
        link.open();
    }

    /// An attach without source and target, then a closing detach: go-amqp takes any other order for a protocol error.
    private static void refuse(Link link, LinkRefusedException refusal) {
        link.setMaxMessageSize(UnsignedLong.valueOf(MAX_REQUEST_BYTES));
        link.open();
        link.setCondition(refusal.condition());
        link.close();
    }
}
