/// Keeps what queues tell their journals in one file, an H2 MVStore, that a killed process leaves whole.
@NullMarked
package dev.orderwave.servicebus.internal.journal;

import org.jspecify.annotations.NullMarked;
