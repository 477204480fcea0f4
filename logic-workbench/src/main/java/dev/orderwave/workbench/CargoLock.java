package dev.orderwave.workbench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of crates that a Rust build is pinned to, as Cargo would write it for the renamed module:
/// the versions stay, the crates of the other modules go, and all are in the order of their names, or
/// Cargo refuses the list.
final class CargoLock {

    static final String FILE = "Cargo.lock";

    private static final String CRATE = "[[package]]";

    private CargoLock() {}

    static String renamed(String lock, Renaming renaming) {
        var parts = Arrays.asList(lock.strip().split("\n\n"));
        var head = parts.stream().filter(part -> !part.startsWith(CRATE));
        var crates = parts.stream()
                .filter(part -> part.startsWith(CRATE))
                .filter(crate -> !renaming.leavesOut(name(crate)))
                .map(renaming::rename)
                .sorted(Comparator.comparing(CargoLock::name));
        return Stream.concat(head, crates).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String name(String crate) {
        return crate.lines()
                .filter(line -> line.startsWith("name = "))
                .findFirst()
                .orElse("");
    }
}
