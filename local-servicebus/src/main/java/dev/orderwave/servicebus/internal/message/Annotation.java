package dev.orderwave.servicebus.internal.message;

/// The names of Service Bus's message annotations.
final class Annotation {
    static final String SEQUENCE_NUMBER = "x-opt-sequence-number";
    static final String ENQUEUE_SEQUENCE_NUMBER = "x-opt-enqueue-sequence-number";
    static final String ENQUEUED_TIME = "x-opt-enqueued-time";
    static final String SCHEDULED_ENQUEUE_TIME = "x-opt-scheduled-enqueue-time";
    static final String LOCKED_UNTIL = "x-opt-locked-until";
    static final String LOCK_TOKEN = "x-opt-lock-token";
    static final String DEAD_LETTER_SOURCE = "x-opt-deadletter-source";
    static final String MESSAGE_STATE = "x-opt-message-state";

    private Annotation() {}
}
