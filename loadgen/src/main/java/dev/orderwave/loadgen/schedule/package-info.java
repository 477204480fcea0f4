/// Puts every order on the queue for one moment.
@NullMarked
package dev.orderwave.loadgen.schedule;

import org.jspecify.annotations.NullMarked;
