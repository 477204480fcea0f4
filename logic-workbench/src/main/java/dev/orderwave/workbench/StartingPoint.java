package dev.orderwave.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A folder that builds a module of the user's own: the project's module of the same role, renamed.
record StartingPoint(Renaming renaming) {

    static final String BUILD = "build.sh";
    private static final String TOOLS = "tools";

    /// @param target does not exist, or is empty
    void write(Path target) {
        try {
            var root = Objects.requireNonNull(StartingPoint.class.getResource("/starting-points"), "starting-points")
                    .toURI();
            if (root.getScheme().equals("jar")) {
                try (var jar = FileSystems.newFileSystem(root, Map.of())) {
                    copy(jar.getPath(pathInJar(root)), target);
                }
            } else {
                copy(Path.of(root), target);
            }
        } catch (IOException e) {
            throw new WorkbenchException("cannot write to %s: %s".formatted(target, e));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a resource has an address", e);
        }
    }

    private static String pathInJar(URI root) {
        var address = root.getSchemeSpecificPart();
        return address.substring(address.indexOf('!') + 1);
    }

    private void copy(Path root, Path target) throws IOException {
        var language = renaming.language();
        copyFolder(root.resolve(language.folder()), target);
        for (var tool : language.tools()) {
            copyFolder(root.resolve(TOOLS).resolve(tool), target.resolve(TOOLS).resolve(tool));
        }
    }

    private void copyFolder(Path source, Path target) throws IOException {
        for (var file : files(source)) {
            var path = source.relativize(file).toString();
            if (!renaming.leavesOut(path)) {
                writeFile(target.resolve(renaming.rename(path)), text(file));
            }
        }
    }

    private String text(Path file) throws IOException {
        var text = Files.readString(file);
        return switch (String.valueOf(file.getFileName())) {
            case CargoLock.FILE -> CargoLock.renamed(text, renaming);
            case StandalonePom.FILE -> StandalonePom.of(renaming.apply(text), renaming.name());
            default -> renaming.apply(text);
        };
    }

    private static void writeFile(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text, UTF_8);
        if (text.startsWith("#!")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
