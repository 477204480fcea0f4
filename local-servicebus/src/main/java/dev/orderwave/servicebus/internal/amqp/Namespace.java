package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.queue.JournalException;
import dev.orderwave.servicebus.internal.queue.Journals;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/// All entities of the bus: every queue and its dead-letter queue.
final class Namespace {
    private final Map<NodeAddress.Entity, Dispatcher> dispatchers = new LinkedHashMap<>();
    private final List<Queue> queues;
    private final Journals journals;
    private final Consumer<RuntimeException> failure;

    /// @param failure is told when the journals can no longer be written, after which nothing is promised any more
    Namespace(
            List<QueueConfig> configs,
            ScheduledExecutorService eventLoop,
            InstantSource clock,
            Journals journals,
            Consumer<RuntimeException> failure) {
        this.journals = journals;
        this.failure = failure;
        this.queues = configs.stream()
                .map(config -> Queue.of(config, clock, journals))
                .toList();
        for (var queue : queues) {
            var name = queue.name().toLowerCase(Locale.ROOT);
            dispatchers.put(new NodeAddress.Entity(name, false), new Dispatcher(queue, eventLoop, clock, this::commit));
            dispatchers.put(
                    new NodeAddress.Entity(name, true),
                    new Dispatcher(queue.deadLetterQueue(), eventLoop, clock, this::commit));
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

    /// Makes durable whatever happened up to now; to be called before anybody is told of it. False if that failed.
    boolean commit() {
        try {
            queues.forEach(Queue::prepareCommit);
            journals.commit();
            return true;
        } catch (JournalException e) {
            failure.accept(e);
            return false;
        }
    }

    /// Commits if much happened already, so that no commit outgrows the memory. To be called between two changes that
    /// need not become durable together.
    void commitIfMuchHappened() {
        if (journals.isCommitDue()) {
            commit();
        }
    }

    List<QueueStatistics> statistics() {
        commit();
        return queues.stream().map(Queue::statistics).toList();
    }
}
