package dev.orderwave.local;

import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.StatisticsClient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far a wave is, as the queues tell it: an order leaves a queue when what follows accepted it.
///
/// @param distributed orders that left the ingress queue, to another queue or to the rejected outbox
/// @param express,standard orders that left their queue, as a blob or to the rejected outbox
/// @param deadLettered orders that were given up
/// @param settled settlements of any kind; while it grows, something moves
/// @param lastEnding when the last order left its last queue
/// @param drained no queue holds a message, and none is due later
public record WaveProgress(
        long distributed,
        long express,
        long standard,
        long deadLettered,
        long settled,
        Optional<Instant> lastEnding,
        boolean drained) {
    static WaveProgress of(StatisticsClient bus) {
        var queues = bus.queues().stream().collect(Collectors.toMap(QueueStatistics::name, Function.identity()));
        var ingress = queue(queues, Queue.INGRESS);
        var express = queue(queues, Queue.EXPRESS);
        var standard = queue(queues, Queue.STANDARD);
        return new WaveProgress(
                ingress.completed(),
                express.completed(),
                standard.completed(),
                queues.values().stream()
                        .mapToLong(QueueStatistics::deadLetteredTotal)
                        .sum(),
                queues.values().stream()
                        .mapToLong(queue -> queue.completed() + queue.delivered())
                        .sum(),
                Stream.of(ingress, express, standard)
                        .flatMap(queue -> Stream.ofNullable(queue.lastCompletedAt()))
                        .max(Instant::compareTo),
                Stream.of(ingress, express, standard).allMatch(QueueStatistics::isDrained));
    }

    /// What happened after `earlier`.
    WaveProgress since(WaveProgress earlier) {
        return new WaveProgress(
                distributed - earlier.distributed,
                express - earlier.express,
                standard - earlier.standard,
                deadLettered - earlier.deadLettered,
                settled - earlier.settled,
                lastEnding,
                drained);
    }

    private static QueueStatistics queue(Map<String, QueueStatistics> queues, Queue queue) {
        var statistics = queues.get(queue.id());
        if (statistics == null) {
            throw new IllegalStateException("the local Service Bus has no queue " + queue.id());
        }
        return statistics;
    }
}
