package dev.orderwave.modules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Files that only their owner can read or write. Several processes may share them: a file appears complete or not
/// at all.
record OwnerOnlyFolder(Path path) {

    /// The file, or as much of it as `maxBytes`.
    Optional<byte[]> read(String name, int maxBytes) {
        var file = path.resolve(name);
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(maxBytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ModuleStoreException(
                    "The module cache's file %s cannot be read (%s): delete it, or name another cache folder."
                            .formatted(file, e),
                    e);
        }
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path, permissions("rwx------"));
            var part = Files.createTempFile(path, name, ".part", permissions("rw-------"));
            try {
                Files.write(part, bytes);
                Files.move(part, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ModuleStoreException(
                    "The module cache %s cannot be written (%s): make it writable, or name another cache folder."
                            .formatted(path, e),
                    e);
        }
    }

    private FileAttribute<?>[] permissions(String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
