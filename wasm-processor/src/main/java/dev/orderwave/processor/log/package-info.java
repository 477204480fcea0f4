/// How the log is written: the order that a line is about, and what strangers wrote as one line of text.
@NullMarked
package dev.orderwave.processor.log;

import org.jspecify.annotations.NullMarked;
