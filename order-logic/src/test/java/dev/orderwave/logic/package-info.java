@NullMarked
package dev.orderwave.logic;

import org.jspecify.annotations.NullMarked;
