/// What the services share: each message is handed to a module, what its verdict names is sent on, and only then is the
/// message acked. Knows messages and modules; what they are about is the modules' business.
@NullMarked
package dev.orderwave.processor;

import org.jspecify.annotations.NullMarked;
