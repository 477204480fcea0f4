/// The orders of a wave, kept in blob storage so that sending and verifying agree on what was sent.
@NullMarked
package dev.orderwave.loadgen.dataset;

import org.jspecify.annotations.NullMarked;
