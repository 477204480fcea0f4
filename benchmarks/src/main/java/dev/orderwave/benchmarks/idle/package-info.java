/// What the suite takes when nothing happens, and what wakes it. Start reading at [RestingSuite].
@NullMarked
package dev.orderwave.benchmarks.idle;

import org.jspecify.annotations.NullMarked;
