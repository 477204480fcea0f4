package dev.orderwave.modules;

import java.util.Optional;

/// A module as its author shipped it, and where it was found.
///
/// @param reference what was asked for
/// @param digest of `wasm`
/// @param wasm owned by this record: not to be changed
/// @param pinned for a module of a registry, the reference that names this module for ever: its manifest's digest
@SuppressWarnings("ArrayRecordComponent") // compared by its digest, and a copy of megabytes would serve nobody
public record StoredModule(ModuleReference reference, Digest digest, byte[] wasm, Optional<OciReference> pinned) {

    static StoredModule of(ModuleReference reference, byte[] wasm) {
        return new StoredModule(reference, Digest.of(wasm), wasm, Optional.empty());
    }

    /// The same module, asked for by another name.
    StoredModule askedForAs(ModuleReference other) {
        return new StoredModule(other, digest, wasm, pinned);
    }

    /// `oci://host/order-router:1 (sha256:...)`, without the bytes.
    @Override
    public String toString() {
        return "%s (%s)".formatted(pinned.map(ModuleReference.class::cast).orElse(reference), digest);
    }
}
