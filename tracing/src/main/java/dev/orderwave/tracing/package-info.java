/// Spans on their way to a collector. Knows OpenTelemetry, and nothing of orders, Dapr or Quarkus.
@NullMarked
package dev.orderwave.tracing;

import org.jspecify.annotations.NullMarked;
