package dev.orderwave.modules;

import java.nio.file.Path;
import java.util.Optional;

/// What registries sent, by its digest. A file is believed only as far as its digest goes: one that was damaged or
/// changed is as good as none.
final class BlobCache {
    private final OwnerOnlyFolder blobs;

    BlobCache(Path directory) {
        this.blobs = new OwnerOnlyFolder(directory.resolve("blobs").resolve("sha256"));
    }

    Optional<byte[]> read(Digest digest, int maxBytes) {
        return blobs.read(digest.hex(), maxBytes)
                .filter(bytes -> Digest.of(bytes).equals(digest));
    }

    void write(Digest digest, byte[] bytes) {
        blobs.write(digest.hex(), bytes);
    }
}
