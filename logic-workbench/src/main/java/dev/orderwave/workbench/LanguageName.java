package dev.orderwave.workbench;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a language from the command line, and lists those that there are.
final class LanguageName implements ITypeConverter<Language>, Iterable<String> {

    @Override
    public Language convert(String name) {
        return Arrays.stream(Language.values())
                .filter(language -> language.folder().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no starting point in %s, only in %s"
                        .formatted(name, Arrays.toString(Language.values()))));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Language.values()).map(Language::folder).iterator();
    }
}
