package dev.orderwave.workbench;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a module is called, in the spellings that languages want.
///
/// @param kebab `my-router`
record ModuleName(String kebab) {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final int LONGEST = 40;

    /// What folders and programs in the starting points are called.
    private static final Set<String> TAKEN = Set.of("guest", "order", "modules", "target", "tools", "build");

    ModuleName {
        if (!KEBAB.matcher(kebab).matches() || kebab.length() > LONGEST) {
            throw new WorkbenchException(
                    "%s is no name for a module; use at most %d small letters and digits, like my-router"
                            .formatted(kebab, LONGEST));
        }
        if (TAKEN.contains(kebab)) {
            throw new WorkbenchException(
                    "%s is what a part of each starting point is called; choose another name".formatted(kebab));
        }
    }

    /// `my_router`
    String snake() {
        return kebab.replace('-', '_');
    }

    /// `MyRouter`
    String pascal() {
        return Arrays.stream(kebab.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
