/// One channel in, two queues out; which of them is the module's decision.
@NullMarked
package dev.orderwave.distributor;

import org.jspecify.annotations.NullMarked;
