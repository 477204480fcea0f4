/// Looks at a wave while it runs, without getting in its way: queues, outboxes, and processes of this machine.
@NullMarked
package dev.orderwave.loadgen.watch;

import org.jspecify.annotations.NullMarked;
