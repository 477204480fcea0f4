package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/// All entities of the bus: every queue and its dead-letter queue.
final class Namespace {
    private final Map<NodeAddress.Entity, Dispatcher> dispatchers = new LinkedHashMap<>();
    private final List<Queue> queues;

    Namespace(List<QueueConfig> configs, ScheduledExecutorService eventLoop, InstantSource clock) {
        this.queues = configs.stream().map(config -> Queue.of(config, clock)).toList();
        for (var queue : queues) {
            var name = queue.name().toLowerCase(Locale.ROOT);
            dispatchers.put(new NodeAddress.Entity(name, false), new Dispatcher(queue, eventLoop, clock));
            dispatchers.put(
                    new NodeAddress.Entity(name, true), new Dispatcher(queue.deadLetterQueue(), eventLoop, clock));
        }
    }

    Dispatcher find(NodeAddress.Entity entity) {
        var dispatcher = dispatchers.get(entity);
        if (dispatcher == null) {
            throw LinkRefusedException.notFound("The messaging entity '" + entity.queue()
                    + "' could not be found. Queues of this local-servicebus: "
                    + queues.stream().map(Queue::name).toList());
        }
        return dispatcher;
    }

    Map<String, Fault.Lasting> faults() {
        var faults = new LinkedHashMap<String, Fault.Lasting>();
        dispatchers.forEach((entity, dispatcher) ->
                dispatcher.fault().inForce().ifPresent(fault -> faults.put(entity.toString(), fault)));
        return faults;
    }

    void clearFaults() {
        dispatchers.values().forEach(Dispatcher::clearFault);
    }

    List<QueueStatistics> statistics() {
        return queues.stream().map(Queue::statistics).toList();
    }
}
