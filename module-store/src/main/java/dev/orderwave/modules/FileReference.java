package dev.orderwave.modules;

import java.nio.file.Path;

/// A file of this machine, trusted as the machine is.
public record FileReference(Path path) implements ModuleReference {
    static final String SCHEME = "file:";

    public FileReference {
        if (path.toString().isEmpty()) {
            throw new IllegalArgumentException("'file:' names no file; a module reference looks like " + FORMS);
        }
    }

    @Override
    public String toString() {
        return SCHEME + path;
    }
}
