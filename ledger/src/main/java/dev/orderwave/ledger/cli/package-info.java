/// The commands around the ledger: options in, words and an exit code out.
@NullMarked
package dev.orderwave.ledger.cli;

import org.jspecify.annotations.NullMarked;
