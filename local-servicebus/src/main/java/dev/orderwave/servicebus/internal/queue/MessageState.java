package dev.orderwave.servicebus.internal.queue;

/// The states Service Bus tells of a message, with their numbers on the wire and in a journal.
public enum MessageState {
    ACTIVE(0),
    DEFERRED(1),
    SCHEDULED(2);

    private final int number;

    MessageState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
