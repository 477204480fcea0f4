/// The AMQP 1.0 server: sockets, links, deliveries and dispositions. One event loop thread owns everything here and
/// every queue, so nothing is ever locked. What comes in passes an `Intake`, what goes out a `Dispatcher`: a fault
/// to be injected belongs in front of one of them.
@NullMarked
package dev.orderwave.servicebus.internal.amqp;

import org.jspecify.annotations.NullMarked;
