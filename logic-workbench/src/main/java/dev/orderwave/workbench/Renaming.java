package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the module of one role, as it is in the project, one of the user's own.
///
/// It relies on two habits of the folders in `order-logic`: what belongs to one module alone has the module's name in
/// its
/// path, and where all three are listed, they are listed in the same order.
record Renaming(Language language, Role role, ModuleName name) {

    private static final String OUTPUT = "src/main/resources/modules";

    /// Whether a file belongs to the module of another role.
    boolean leavesOut(String path) {
        return Arrays.stream(Role.values())
                .filter(other -> other != role)
                .map(other -> new ModuleName(other.roleName()))
                .flatMap(other -> List.of(other.kebab(), other.snake(), other.pascal()).stream())
                .anyMatch(path::contains);
    }

    /// A path or a text with the user's name instead of the role's.
    String apply(String text) {
        var old = new ModuleName(role.roleName());
        return text.replace(allRoles(" ", ""), old.kebab())
                .replace(allRoles(", ", "\""), '"' + old.kebab() + '"')
                .replace("../" + OUTPUT, "modules")
                .replace(OUTPUT, "modules")
                .replace("order-logic/" + language.folder() + "/", "./")
                .replace("../../tools/", "tools/")
                .replace(old.kebab(), name.kebab())
                .replace(old.snake(), name.snake())
                .replace(old.pascal(), name.pascal());
    }

    private static String allRoles(String separator, String quote) {
        return Arrays.stream(Role.values())
                .map(role -> quote + role.roleName() + quote)
                .collect(Collectors.joining(separator));
    }
}
