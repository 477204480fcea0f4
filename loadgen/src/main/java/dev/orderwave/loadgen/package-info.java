/// Makes, schedules and verifies waves of orders. Knows the queues and the containers, not the services between them.
@NullMarked
package dev.orderwave.loadgen;

import org.jspecify.annotations.NullMarked;
