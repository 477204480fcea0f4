/// What runs the suite on Kubernetes, tested without a cloud: rendered, and handed to the programs that will judge it.
@NullMarked
package dev.orderwave.deploy;

import org.jspecify.annotations.NullMarked;
