/// Where a module's bytes come from: a file, the class path, or an OCI registry. Knows bytes and digests, not what
/// they do: neither WebAssembly's execution nor orders.
///
/// [ModuleStore] is the way in: [ModuleReference#parse], then [ModuleStore#fetch]. What it guarantees to its
/// callers: bytes that came from a registry are those of the digest that is reported with them, are no larger than
/// allowed, and were signed if a signature was required, whether they come from the network or from the cache.
@NullMarked
package dev.orderwave.modules;

import org.jspecify.annotations.NullMarked;
