@NullMarked
package dev.orderwave.workbench;

import org.jspecify.annotations.NullMarked;
