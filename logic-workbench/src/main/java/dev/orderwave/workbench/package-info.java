/// For those who write modules: start one, test it, run it, ship it. [Logic] is what `./orderwave logic` starts.
@NullMarked
package dev.orderwave.workbench;

import org.jspecify.annotations.NullMarked;
