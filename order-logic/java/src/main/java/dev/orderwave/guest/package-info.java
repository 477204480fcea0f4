/// What a module needs to talk to its host. Knows nothing of orders.
@NullMarked
package dev.orderwave.guest;

import org.jspecify.annotations.NullMarked;
