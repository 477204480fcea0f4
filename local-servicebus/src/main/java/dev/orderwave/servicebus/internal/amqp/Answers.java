package dev.orderwave.servicebus.internal.amqp;

/// When clients get what the broker answers them.
interface Answers {
    Answers AT_ONCE = Runnable::run;

    void give(Runnable answer);
}
