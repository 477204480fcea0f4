package dev.orderwave.modules;

/// A resource of the application itself: trusted as its build is, and never changing while it runs.
public record ClasspathReference(String resource) implements ModuleReference {
    static final String SCHEME = "classpath:";

    public ClasspathReference {
        resource = resource.startsWith("/") ? resource.substring(1) : resource;
        if (resource.isBlank()) {
            throw new IllegalArgumentException(
                    "'classpath:' names no resource; a module reference looks like " + FORMS);
        }
    }

    @Override
    public String toString() {
        return SCHEME + resource;
    }
}
