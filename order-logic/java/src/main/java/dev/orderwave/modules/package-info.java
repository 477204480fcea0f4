/// The modules: what becomes of an order.
@NullMarked
package dev.orderwave.modules;

import org.jspecify.annotations.NullMarked;
