package dev.orderwave.servicebus.internal.queue;

/// The states Service Bus tells of a message. The order is the number on the wire: active 0, deferred 1, scheduled 2.
enum MessageState {
    ACTIVE,
    DEFERRED,
    SCHEDULED
}
