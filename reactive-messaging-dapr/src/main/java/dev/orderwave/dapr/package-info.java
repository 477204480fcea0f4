/// A SmallRye Reactive Messaging connector for Dapr bindings: an input binding is an incoming channel, an output
/// binding an outgoing one. Knows neither orders nor WebAssembly.
@NullMarked
package dev.orderwave.dapr;

import org.jspecify.annotations.NullMarked;
