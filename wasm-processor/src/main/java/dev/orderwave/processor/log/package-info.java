/// What strangers wrote, made fit for a log.
@NullMarked
package dev.orderwave.processor.log;

import org.jspecify.annotations.NullMarked;
