/// JSON as bytes: read where it stands, passed on as it was written. Knows neither orders nor hosts.
@NullMarked
package dev.orderwave.json;

import org.jspecify.annotations.NullMarked;
