package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.Faults;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;

/// Injects faults from whatever thread, on the one that owns the queues and their links.
final class FaultInjection implements Faults {
    private final EventLoop eventLoop;
    private final Namespace namespace;
    private final ChannelGroup clients;

    FaultInjection(EventLoop eventLoop, Namespace namespace, ChannelGroup clients) {
        this.eventLoop = eventLoop;
        this.namespace = namespace;
        this.clients = clients;
    }

    @Override
    public void inject(String queue, Fault fault) {
        change(() -> {
            var entity = entity(queue);
            var dispatcher = namespace.find(entity);
            switch (fault) {
                case Fault.DropConnections() ->
                    connections().stream().filter(client -> client.uses(entity)).forEach(AmqpConnection::drop);
                case Fault.DropLinks(var condition) -> {
                    var error = new ErrorAnswer(condition, "Detached by a fault injected into local-servicebus.");
                    connections().forEach(client -> client.detach(entity, error));
                }
                case Fault.StallLinks() -> dispatcher.stallConsumers();
                case Fault.Lasting lasting -> dispatcher.inject(lasting);
            }
        });
    }

    @Override
    public Map<String, Fault.Lasting> inForce() {
        return ask(namespace::faults);
    }

    @Override
    public void clear(String queue) {
        change(() -> namespace.find(entity(queue)).clearFault());
    }

    @Override
    public void clearAll() {
        change(namespace::clearFaults);
    }

    private List<AmqpConnection> connections() {
        return clients.stream()
                .map(Channel::pipeline)
                .map(pipeline -> pipeline.get(AmqpConnection.class))
                .toList();
    }

    private static NodeAddress.Entity entity(String queue) {
        if (NodeAddress.of(queue) instanceof NodeAddress.Entity entity) {
            return entity;
        }
        throw new IllegalArgumentException("a fault is injected into a queue, not into \"" + queue + "\"");
    }

    private void change(Runnable change) {
        ask(() -> {
            change.run();
            return true;
        });
    }

    private <T> T ask(Callable<T> question) {
        try {
            return eventLoop.submit(question).syncUninterruptibly().getNow();
        } catch (LinkRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("local-servicebus is closed", e);
        }
    }
}
