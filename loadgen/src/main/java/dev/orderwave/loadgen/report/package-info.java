/// What runs have shown, for people and for other programs: a page, a table, a summary.
@NullMarked
package dev.orderwave.loadgen.report;

import org.jspecify.annotations.NullMarked;
