/// Faults on purpose: processes of a suite that are killed, stopped and paused at random moments of a wave, by a seed.
@NullMarked
package dev.orderwave.local.chaos;

import org.jspecify.annotations.NullMarked;
