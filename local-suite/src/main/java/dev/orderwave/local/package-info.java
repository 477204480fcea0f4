/// The whole suite on one machine. Start reading at [LocalSuite]: it names every process, what it needs and what it
/// waits for. The system tests start the same suite as `./orderwave demo` does.
@NullMarked
package dev.orderwave.local;

import org.jspecify.annotations.NullMarked;
