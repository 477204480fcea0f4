@NullMarked
package dev.orderwave.conformance;

import org.jspecify.annotations.NullMarked;
