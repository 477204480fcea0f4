/// The AMQP 1.0 encoding of messages, read and written in place.
/// A message stays the bytes that were sent: only its header and its annotations are ever taken apart.
@NullMarked
package dev.orderwave.servicebus.internal.message;

import org.jspecify.annotations.NullMarked;
