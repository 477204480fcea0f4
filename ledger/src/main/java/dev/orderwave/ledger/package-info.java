/// Where every order of a wave is, and how those that went astray are put back. Knows the queues and the containers by
/// name, and not the services between them.
@NullMarked
package dev.orderwave.ledger;

import org.jspecify.annotations.NullMarked;
