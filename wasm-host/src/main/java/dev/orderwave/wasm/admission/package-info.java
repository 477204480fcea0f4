/// Looks at a module's bytes before anything parses or compiles them, and refuses what could hurt the host.
///
/// Needed because a parser and a compiler are the easiest parts to attack: neither can be interrupted, and 10 kB of the
/// right bytes cost one of them all of a heap. Knows the binary format, no engine.
@NullMarked
package dev.orderwave.wasm.admission;

import org.jspecify.annotations.NullMarked;
