/// The load as an HTTP service, for who has no command line beside the storage and the bus.
@NullMarked
package dev.orderwave.loadgen.serve;

import org.jspecify.annotations.NullMarked;
