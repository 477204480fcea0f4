/// What an order is, and how to make any number of them, the same ones every time.
@NullMarked
package dev.orderwave.loadgen.order;

import org.jspecify.annotations.NullMarked;
