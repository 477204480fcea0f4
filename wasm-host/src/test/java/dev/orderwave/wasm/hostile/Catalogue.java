package dev.orderwave.wasm.hostile;

import java.util.stream.Stream;

/// All hostile modules, group by group.
final class Catalogue {

    private Catalogue() {}

    static Stream<HostileModule> modules() {
        return Stream.of(
                        EndlessLoops.of(),
                        Recursion.of(),
                        MemoryBombs.of(),
                        Tables.of(),
                        Traps.of(),
                        Pointers.of(),
                        Imports.of(),
                        AbsurdCounts.of(),
                        Numbers.of(),
                        Fragments.kinds(),
                        Fragments.cuts(),
                        Fragments.noise(),
                        Sections.of(),
                        Bodies.of(),
                        Giants.of(),
                        Segments.of(),
                        LeftOutFeatures.of(),
                        Exports.of(),
                        Texts.of(),
                        Worlds.of())
                .flatMap(Group::modules);
    }
}
