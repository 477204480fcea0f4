package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.Fault.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The lasting fault of one queue, if it has any: whether and when its clients hear of what it does.
final class QueueFault implements Answers {
    private static final String BUSY = "The request was terminated because the entity is being throttled "
            + "(by a fault injected into local-servicebus). Please wait and try again.";
    private final ScheduledExecutorService eventLoop;
    private final List<Runnable> held = new ArrayList<>();
    private Optional<Fault.Lasting> inForce = Optional.empty();

    QueueFault(ScheduledExecutorService eventLoop) {
        this.eventLoop = eventLoop;
    }

    Optional<Fault.Lasting> inForce() {
        return inForce;
    }

    void set(Fault.Lasting fault) {
        change(Optional.of(fault));
    }

    void clear() {
        change(Optional.empty());
    }

    boolean holds(Held what) {
        return inForce.filter(Fault.Hold.class::isInstance)
                .map(fault -> ((Fault.Hold) fault).held())
                .filter(all -> all == what || all == Held.EVERYTHING)
                .isPresent();
    }

    @Override
    public void give(Runnable answer) {
        if (holds(Held.ANSWERS)) {
            held.add(answer);
        } else {
            deliver(answer);
        }
    }

    /// Sends a message off that is on its way already, so no hold keeps it back.
    void deliver(Runnable delivery) {
        delay().ifPresentOrElse(
                        by -> {
                            var _ = eventLoop.schedule(delivery, by.toMillis(), TimeUnit.MILLISECONDS);
                        },
                        delivery);
    }

    /// Why nothing can be sent to the queue now.
    Optional<ErrorAnswer> rejection() {
        return inForce.flatMap(fault -> switch (fault) {
            case Fault.Refuse(var condition) -> Optional.of(refusal(condition));
            case Fault.Throttle() -> Optional.of(new ErrorAnswer("com.microsoft:server-busy", BUSY));
            case Fault.Hold _, Fault.Delay _ -> Optional.empty();
        });
    }

    /// Throws [LinkRefusedException] if nobody may come in now.
    void admitLink() {
        if (inForce.orElse(null) instanceof Fault.Refuse(var condition)) {
            throw LinkRefusedException.because(refusal(condition));
        }
    }

    private Optional<Duration> delay() {
        return inForce.filter(Fault.Delay.class::isInstance).map(fault -> ((Fault.Delay) fault).by());
    }

    /// What the old fault held is given anew, as the new one wants it.
    private void change(Optional<Fault.Lasting> fault) {
        inForce = fault;
        var waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(this::give);
    }

    private static ErrorAnswer refusal(String condition) {
        return new ErrorAnswer(condition, "Refused by a fault injected into local-servicebus.");
    }
}
