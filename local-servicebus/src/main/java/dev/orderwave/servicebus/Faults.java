package dev.orderwave.servicebus;

import java.util.Map;

/// Makes the queues of a bus misbehave, one fault to a queue. A queue is named as clients name it:
/// `orders`, or `orders/$deadletterqueue`; every method throws [IllegalArgumentException] if there is none of that
/// name.
public interface Faults {
    /// Does a sudden fault now, or starts a lasting one in the place of the one there was.
    /// The fault has begun when this returns.
    void inject(String queue, Fault fault);

    /// The lasting faults there are, by queue.
    Map<String, Fault.Lasting> inForce();

    /// Ends the queue's lasting fault, if it has one. What was held comes at once, what was delayed when it is due.
    void clear(String queue);

    /// Ends all lasting faults.
    void clearAll();
}
