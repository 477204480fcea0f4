package dev.orderwave.modules;

import java.util.regex.Pattern;

/// A name that a repository gives to a module, and may give to another one tomorrow.
public record Tag(String name) implements Version {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    public Tag {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a tag is at most 128 letters, digits, '.', '_' or '-', was '%s'".formatted(name));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
