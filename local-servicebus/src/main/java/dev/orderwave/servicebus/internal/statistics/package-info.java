/// Queue statistics as JSON over HTTP, for tests and progress bars in other processes.
@NullMarked
package dev.orderwave.servicebus.internal.statistics;

import org.jspecify.annotations.NullMarked;
