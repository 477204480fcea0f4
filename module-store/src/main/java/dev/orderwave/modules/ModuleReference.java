package dev.orderwave.modules;

import java.nio.file.Path;

/// Names a module, as a person writes it into a configuration or on a command line.
public sealed interface ModuleReference permits FileReference, ClasspathReference, OciReference {

    /// What a reference looks like, for error messages and usage texts.
    String FORMS = "file:/path/x.wasm, /path/x.wasm, classpath:path/x.wasm, oci://host[:port]/repository:tag, "
            + "or oci://host[:port]/repository@sha256:<64 hex digits>";

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException in one line that says what a reference looks like
    static ModuleReference parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a module reference is missing; it looks like " + FORMS);
        }
        if (text.startsWith(OciReference.SCHEME)) {
            return OciReference.parse(text);
        }
        if (text.startsWith(ClasspathReference.SCHEME)) {
            return new ClasspathReference(text.substring(ClasspathReference.SCHEME.length()));
        }
        if (text.startsWith(FileReference.SCHEME)) {
            return new FileReference(Path.of(withoutAuthority(text.substring(FileReference.SCHEME.length()))));
        }
        if (text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw new IllegalArgumentException("'%s' is no module reference; it looks like %s".formatted(text, FORMS));
        }
        return new FileReference(Path.of(text));
    }

    /// `file:///x` and `file:/x` are the same file.
    private static String withoutAuthority(String path) {
        return path.startsWith("///") ? path.substring(2) : path;
    }
}
