package dev.orderwave.servicebus.internal.queue;

/// A receiver's claim on a message, good until the given epoch millisecond.
public record Lock(LockToken token, long until) {
    Lock renewedUntil(long later) {
        return new Lock(token, later);
    }
}
