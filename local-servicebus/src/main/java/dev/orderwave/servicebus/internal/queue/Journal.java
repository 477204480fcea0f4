package dev.orderwave.servicebus.internal.queue;

import java.util.function.Consumer;

/// Where a queue writes down whatever decides the fate of its messages, and finds it again in its next life.
/// Locks are not written down: who had a message when the process died has lost it.
public interface Journal {
    /// Remembers nothing.
    Journal NONE = new Journal() {
        @Override
        public Totals totals() {
            return Totals.NONE;
        }

        @Override
        public void replay(Consumer<MessageRecord> messages) {}

        @Override
        public void put(MessageRecord message) {}

        @Override
        public void remove(long sequenceNumber) {}

        @Override
        public void put(Totals totals) {}

        @Override
        public boolean hasRoom() {
            return true;
        }
    };

    /// The totals of the queue's earlier life.
    Totals totals();

    /// Tells every message of the queue's earlier life, in the order of their sequence numbers.
    void replay(Consumer<MessageRecord> messages);

    /// Writes down a message that is new or has changed.
    void put(MessageRecord message);

    void remove(long sequenceNumber);

    void put(Totals totals);

    /// Whether more messages may come in.
    boolean hasRoom();
}
