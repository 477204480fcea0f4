/// What an order means, as modules that any host can run. [OrderLogic] names them; their source is in `c/`.
@NullMarked
package dev.orderwave.logic;

import org.jspecify.annotations.NullMarked;
