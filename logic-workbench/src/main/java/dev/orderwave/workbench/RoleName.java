package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a role from the command line, and lists those that there are.
final class RoleName implements ITypeConverter<Role>, Iterable<String> {

    @Override
    public Role convert(String name) {
        return Role.named(name)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no role %s, only %s".formatted(name, Arrays.toString(Role.values()))));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Role.values()).map(Role::roleName).iterator();
    }
}
