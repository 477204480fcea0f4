package dev.orderwave.servicebus.internal.journal;

import java.util.function.LongSupplier;

/// Whether the disk has room for more messages. What is left when it has not is kept for settling those that are there,
/// which takes space before it gives any back.
final class Room {
    private static final long RESERVE_BYTES = 64 * 1024 * 1024;
    private final LongSupplier usableBytes;

    Room(LongSupplier usableBytes) {
        this.usableBytes = usableBytes;
    }

    boolean isLeft() {
        return usableBytes.getAsLong() >= RESERVE_BYTES;
    }
}
