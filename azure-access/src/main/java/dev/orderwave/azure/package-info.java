/// The way to Service Bus and Blob Storage: how a command is told where they are and who it is, and their faults in a
/// user's words. Knows neither orders nor queues by name.
@NullMarked
package dev.orderwave.azure;

import org.jspecify.annotations.NullMarked;
