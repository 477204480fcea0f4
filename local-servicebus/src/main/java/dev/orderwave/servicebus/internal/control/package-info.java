/// The bus seen and steered over HTTP, by those who watch or test it.
@NullMarked
package dev.orderwave.servicebus.internal.control;

import org.jspecify.annotations.NullMarked;
