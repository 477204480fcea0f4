/// What a run has shown, as records that are written to a file, read again and compared.
@NullMarked
package dev.orderwave.loadgen.result;

import org.jspecify.annotations.NullMarked;
