package dev.orderwave.workbench;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a module is called, in the spellings that languages want.
///
/// @param kebab `my-router`
record ModuleName(String kebab) {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final int LONGEST = 40;

    ModuleName {
        if (!KEBAB.matcher(kebab).matches() || kebab.length() > LONGEST) {
            throw new WorkbenchException(
                    "%s is no name for a module; use at most %d small letters and digits, like my-router"
                            .formatted(kebab, LONGEST));
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
