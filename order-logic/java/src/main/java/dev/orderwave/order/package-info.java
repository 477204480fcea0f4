/// An order as it comes in: which fields it must have, and what is wrong with it if it has not.
@NullMarked
package dev.orderwave.order;

import org.jspecify.annotations.NullMarked;
