/// What a person sees of work that takes a while: a bar and a line that rewrites itself.
@NullMarked
package dev.orderwave.loadgen.terminal;

import org.jspecify.annotations.NullMarked;
