/// The traces of orders, which begin where orders do.
@NullMarked
package dev.orderwave.loadgen.trace;

import org.jspecify.annotations.NullMarked;
