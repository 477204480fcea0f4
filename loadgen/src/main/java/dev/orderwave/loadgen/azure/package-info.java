/// The way to blob storage, with its faults told in a user's words. The only package that sees a storage SDK exception.
@NullMarked
package dev.orderwave.loadgen.azure;

import org.jspecify.annotations.NullMarked;
