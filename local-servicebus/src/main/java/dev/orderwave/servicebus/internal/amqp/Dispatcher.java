package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gives a queue's messages to its consumers in turn, and wakes up when the queue has something due.
/// Works once per turn of the event loop however much happened in it, and not at all while nothing does.
final class Dispatcher {
    private final Queue queue;
    private final ScheduledExecutorService eventLoop;
    private final InstantSource clock;
    private final Runnable commit;
    private final ArrayDeque<Consumer> consumers = new ArrayDeque<>();
    private final QueueFault fault;
    private boolean turnIsComing;
    private @Nullable ScheduledFuture<?> alarm;
    private long alarmTime = Long.MAX_VALUE;

    /// @param commit makes durable what time did to the queue, of which no client is told
    Dispatcher(Queue queue, ScheduledExecutorService eventLoop, InstantSource clock, Runnable commit) {
        this.queue = queue;
        this.eventLoop = eventLoop;
        this.clock = clock;
        this.fault = new QueueFault(eventLoop);
        this.commit = commit;
        queue.onChange(this::changed);
        changed();
    }

    Queue queue() {
        return queue;
    }

    QueueFault fault() {
        return fault;
    }

    void inject(Fault.Lasting newFault) {
        fault.set(newFault);
        changed();
    }

    void clearFault() {
        fault.clear();
        changed();
    }

    /// Forgets the consumers there are, so that their links stay open and get nothing.
    void stallConsumers() {
        consumers.clear();
    }

    void add(Consumer consumer) {
        consumers.add(consumer);
    }

    void remove(Consumer consumer) {
        consumers.remove(consumer);
    }

    /// Something happened that may let messages flow: delivers at the end of this turn of the loop.
    void changed() {
        if (!turnIsComing) {
            turnIsComing = true;
            eventLoop.execute(this::turn);
        }
    }

    /// Delivers to one consumer after the other until the queue is empty or nobody is ready.
    void deliver() {
        var now = clock.millis();
        var notReady = 0;
        while (notReady < consumers.size() && mayDeliver()) {
            var consumer = consumers.removeFirst();
            consumers.addLast(consumer);
            if (!consumer.isReady(now)) {
                notReady++;
            } else if (consumer.deliverNext(now)) {
                notReady = 0;
            } else {
                return;
            }
        }
    }

    private void turn() {
        try {
            queue.advance();
            deliver();
            commit.run();
        } finally {
            turnIsComing = false;
            setAlarm();
        }
    }

    /// A consumer with credit that got no message although there are some was too fast: its next slot is soon.
    /// What the queue left for another portion waits for the clients that had to wait for this one.
    private void setAlarm() {
        var now = clock.millis();
        var paced = mayDeliver() && consumers.stream().anyMatch(Consumer::hasCredit);
        var due = Math.min(queue.nextDue(), paced ? now + Pace.SLOT_MILLIS : Long.MAX_VALUE);
        if (due < alarmTime) {
            if (alarm != null) {
                alarm.cancel(false);
            }
            alarmTime = due;
            alarm = eventLoop.schedule(this::ring, Math.max(due - now, 1), TimeUnit.MILLISECONDS);
        }
    }

    private boolean mayDeliver() {
        return queue.hasActive() && !fault.holds(Fault.Held.DELIVERIES);
    }

    private void ring() {
        alarmTime = Long.MAX_VALUE;
        alarm = null;
        changed();
    }
}
