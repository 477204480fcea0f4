/// The AMQP 1.0 server: sockets, links, deliveries and dispositions. One event loop thread owns everything here and
/// every queue, so nothing is ever locked. What comes in passes an `Intake`, what goes out a `Dispatcher`, and a
/// `QueueFault` stands between them and the client.
@NullMarked
package dev.orderwave.servicebus.internal.amqp;

import org.jspecify.annotations.NullMarked;
