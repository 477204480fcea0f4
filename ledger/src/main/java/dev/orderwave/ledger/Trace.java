package dev.orderwave.ledger;

import java.util.Locale;

/// One thing that was seen of an order: a message in a queue, or a blob.
public sealed interface Trace {

    /// Where, as it is counted: a queue and the state in it, a dead-letter queue, or a container.
    String place();

    /// The thing itself, so that the next look can tell whether it is still there.
    String thing();

    /// For a person: where, and what is known about it.
    String describe();

    /// Waiting in a queue, or in the hands of a service: peeking does not tell these apart.
    ///
    /// @param deliveries how often it was delivered and came back
    record Queued(String queue, State state, long sequenceNumber, long deliveries) implements Trace {

        @Override
        public String place() {
            return queue + " " + state.words();
        }

        @Override
        public String thing() {
            return queue + "#" + sequenceNumber;
        }

        @Override
        public String describe() {
            return "%s in %s, delivered %d times".formatted(state.words(), queue, deliveries);
        }
    }

    /// Given up by a queue.
    record DeadLettered(String queue, long sequenceNumber, String reason, long deliveries) implements Trace {

        @Override
        public String place() {
            return "dead letters of " + queue;
        }

        @Override
        public String thing() {
            return "dead letters of " + queue + "#" + sequenceNumber;
        }

        @Override
        public String describe() {
            return "dead-lettered in %s after %d deliveries: %s".formatted(queue, deliveries, reason);
        }
    }

    /// An entry of the rejected outbox.
    record Rejected(String container, String blob) implements Trace {

        @Override
        public String place() {
            return container;
        }

        @Override
        public String thing() {
            return container + "/" + blob;
        }

        @Override
        public String describe() {
            return "rejected: " + thing();
        }
    }

    /// What a receiver made of an order.
    record Delivered(String container, String blob) implements Trace {

        @Override
        public String place() {
            return container;
        }

        @Override
        public String thing() {
            return container + "/" + blob;
        }

        @Override
        public String describe() {
            return "delivered: " + thing();
        }
    }

    /// The state of a message in its queue. One that is locked counts as active.
    enum State {
        SCHEDULED,
        ACTIVE,
        DEFERRED;

        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
