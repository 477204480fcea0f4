/// Azure Service Bus queues on one machine: start a bus, point any Azure SDK or daprd at its connection string,
/// watch its queues. Knows messages as bytes; knows nothing of orders and Dapr.
@NullMarked
package dev.orderwave.servicebus;

import org.jspecify.annotations.NullMarked;
