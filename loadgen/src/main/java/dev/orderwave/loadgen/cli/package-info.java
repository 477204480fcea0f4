/// The commands of the loadgen program: options in, words and an exit code out.
@NullMarked
package dev.orderwave.loadgen.cli;

import org.jspecify.annotations.NullMarked;
