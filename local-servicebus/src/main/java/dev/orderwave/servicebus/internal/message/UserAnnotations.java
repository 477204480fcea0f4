package dev.orderwave.servicebus.internal.message;

import java.util.Set;

/// The message annotations a sender set, still encoded, without those only a broker may set.
final class UserAnnotations {
    static final UserAnnotations NONE = new UserAnnotations(new byte[0], 0, 0);
    private static final Set<String> OWNED_BY_THE_BROKER = Set.of(
            Annotation.SEQUENCE_NUMBER,
            Annotation.ENQUEUE_SEQUENCE_NUMBER,
            Annotation.ENQUEUED_TIME,
            Annotation.LOCKED_UNTIL,
            Annotation.LOCK_TOKEN,
            Annotation.DEAD_LETTER_SOURCE,
            Annotation.MESSAGE_STATE);

    private final byte[] entries;
    private final int count;
    private final long scheduledEnqueueTime;

    private UserAnnotations(byte[] entries, int count, long scheduledEnqueueTime) {
        this.entries = entries;
        this.count = count;
        this.scheduledEnqueueTime = scheduledEnqueueTime;
    }

    static UserAnnotations read(AmqpReader reader, byte[] message) {
        var size = reader.enterCompound() / 2;
        var kept = new AmqpWriter(64);
        var count = 0;
        var scheduledEnqueueTime = 0L;
        for (var entry = 0; entry < size; entry++) {
            var start = reader.position();
            var name = reader.text();
            if (name.equals(Annotation.SCHEDULED_ENQUEUE_TIME)) {
                scheduledEnqueueTime = reader.integer();
            } else {
                reader.skipValue();
            }
            if (!OWNED_BY_THE_BROKER.contains(name)) {
                kept.raw(message, start, reader.position());
                count++;
            }
        }
        return count == 0 ? NONE : new UserAnnotations(kept.toByteArray(), count, scheduledEnqueueTime);
    }

    /// When the message is to become active, in epoch milliseconds; 0 for at once.
    long scheduledEnqueueTime() {
        return scheduledEnqueueTime;
    }

    /// Writes the entries into a map that is open, and returns how many they are.
    int write(AmqpWriter out) {
        out.raw(entries, 0, entries.length);
        return count;
    }
}
