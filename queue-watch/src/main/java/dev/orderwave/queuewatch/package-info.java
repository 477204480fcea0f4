/// Notices a queue from which nothing comes although something waits in it: Service Bus links are known to fall silent
/// without an error. Knows queues by their depth only, neither orders nor modules.
@NullMarked
package dev.orderwave.queuewatch;

import org.jspecify.annotations.NullMarked;
