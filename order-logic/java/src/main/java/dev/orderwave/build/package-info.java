/// Makes WebAssembly of the modules, on the machine that builds them. Nothing of it gets into a module.
@NullMarked
package dev.orderwave.build;

import org.jspecify.annotations.NullMarked;
