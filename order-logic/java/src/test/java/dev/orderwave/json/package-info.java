@NullMarked
package dev.orderwave.json;

import org.jspecify.annotations.NullMarked;
