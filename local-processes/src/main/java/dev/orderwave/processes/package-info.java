/// Real programs as objects: started, waited for, measured and stopped by whoever started them. Knows neither orders
/// nor the suite; the connector's tests use it as well as the local suite does.
@NullMarked
package dev.orderwave.processes;

import org.jspecify.annotations.NullMarked;
