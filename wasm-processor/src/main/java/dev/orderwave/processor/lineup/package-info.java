/// Which module gets which message, and how that is changed while messages flow.
///
/// [Lineup] decides; [ModuleLoader] makes guests of references and bytes; what changes the lineup is a source that
/// changed ([LineupUpdates]) or a person ([LineupRoutes]).
@NullMarked
package dev.orderwave.processor.lineup;

import org.jspecify.annotations.NullMarked;
