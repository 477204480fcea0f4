/// One queue in, one outbox out; what the blob says is the module's decision.
@NullMarked
package dev.orderwave.receiver.standard;

import org.jspecify.annotations.NullMarked;
