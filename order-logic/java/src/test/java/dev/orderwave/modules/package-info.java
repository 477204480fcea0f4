@NullMarked
package dev.orderwave.modules;

import org.jspecify.annotations.NullMarked;
