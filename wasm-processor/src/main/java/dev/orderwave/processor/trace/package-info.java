/// What is told about each message to whoever follows one order through the suite.
@NullMarked
package dev.orderwave.processor.trace;

import org.jspecify.annotations.NullMarked;
