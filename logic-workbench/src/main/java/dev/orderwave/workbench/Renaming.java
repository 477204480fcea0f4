package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the module of one role, as it is in the project, one of the user's own.
///
/// It relies on the habits of the folders in `order-logic`: what belongs to one module alone has the module's name in
/// its path or its line, and where one line lists all three, it lists them in the same order.
record Renaming(Language language, Role role, ModuleName name) {

    /// Whether a path or a line is about the module of another role.
    boolean leavesOut(String text) {
        return Arrays.stream(Role.values())
                .filter(other -> other != role)
                .map(other -> new ModuleName(other.roleName()))
                .flatMap(other -> List.of(other.kebab(), other.snake(), other.pascal()).stream())
                .anyMatch(text::contains);
    }

    /// The user's name instead of the role's, in a path or in a part of a text.
    String rename(String text) {
        var old = new ModuleName(role.roleName());
        return text.replace(old.kebab(), name.kebab())
                .replace(old.snake(), name.snake())
                .replace(old.pascal(), name.pascal());
    }

    /// A whole text: without the other modules, and with paths as they are in a folder of its own.
    String apply(String text) {
        var old = role.roleName();
        return text.replace(allRoles(" ", ""), old)
                .replace(allRoles(", ", "\""), '"' + old + '"')
                .replace("order-logic/" + language.folder() + "/", "./")
                .replace("../../tools/", "tools/")
                .replace("../../mvnw", "./mvnw")
                .lines()
                .filter(line -> !leavesOut(line))
                .map(line -> rename(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String allRoles(String separator, String quote) {
        return Arrays.stream(Role.values())
                .map(role -> quote + role.roleName() + quote)
                .collect(Collectors.joining(separator));
    }
}
