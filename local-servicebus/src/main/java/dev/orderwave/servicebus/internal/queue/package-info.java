/// What a Service Bus queue is: order, schedule, locks, delivery count, dead-letter queue.
/// Pure state and a clock; nothing here knows of sockets, links or threads.
@NullMarked
package dev.orderwave.servicebus.internal.queue;

import org.jspecify.annotations.NullMarked;
