package dev.orderwave.servicebus.internal.amqp;

/// Limits how fast one link gets messages, whatever credit it has.
///
/// The Java SDK closes a link when 256 deliveries outrun its own pump, and their messages then wait for their locks
/// to end. A hundred in ten milliseconds is 10,000 a second, more than a client on the same machine handles.
final class Pace {
    static final int SLOT_MILLIS = 10;
    private static final int DELIVERIES_PER_SLOT = 100;
    private long slot;
    private int deliveries;

    boolean allows(long now) {
        return slot != now / SLOT_MILLIS || deliveries < DELIVERIES_PER_SLOT;
    }

    void count(long now) {
        if (slot != now / SLOT_MILLIS) {
            slot = now / SLOT_MILLIS;
            deliveries = 0;
        }
        deliveries++;
    }
}
