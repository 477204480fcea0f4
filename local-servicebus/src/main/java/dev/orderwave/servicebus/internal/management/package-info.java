/// The operations of a queue's `$management` node: schedule, cancel, renew, peek, receive deferred, settle by lock
/// token.
@NullMarked
package dev.orderwave.servicebus.internal.management;

import org.jspecify.annotations.NullMarked;
