package dev.orderwave.wasm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// See [ClassCache#inFolder]. The folder is named after the compiler, because its classes fit its own runtime only.
final class ClassFolder implements ClassCache {

    /// The version of Chicory, and a number of our own that is raised when other modules are admitted than before.
    static final String COMPILER = "chicory-1.7.5-1";

    private final Path folder;

    private ClassFolder(Path folder) {
        this.folder = folder;
    }

    static ClassFolder open(Path parent) {
        var folder = parent.resolve(COMPILER);
        try {
            Files.createDirectories(folder);
            var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (posix != null) {
                posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
                requirePrivate(parent);
            }
            return new ClassFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be used to keep classes in".formatted(folder), e);
        }
    }

    @Override
    public Optional<byte[]> find(String sha256) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// A reader sees the whole file or none, whoever else writes the same one.
    @Override
    public void keep(String sha256, byte[] classes) throws IOException {
        var part = Files.createTempFile(folder, sha256, ".part");
        try {
            Files.write(part, classes);
            Files.move(part, file(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    private static void requirePrivate(Path parent) throws IOException {
        var permissions = Files.getPosixFilePermissions(parent);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IllegalArgumentException(
                    "%s may be written by everybody, so classes in it cannot be trusted; choose another folder, or chmod o-w it"
                            .formatted(parent));
        }
    }
}
