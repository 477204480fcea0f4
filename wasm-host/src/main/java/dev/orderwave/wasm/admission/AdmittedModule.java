package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.ModuleInfo;
import java.io.ByteArrayOutputStream;
import java.util.List;

/// A module that passed [Admission], without its custom sections: they hold names and debug data, which nobody needs.
public final class AdmittedModule {

    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

    /// No locals, `unreachable`, `end`.
    private static final byte[] NO_CODE = {3, 0, 0x00, 0x0b};

    private final ModuleInfo module;
    private final List<Section> sections;
    private final int functions;

    AdmittedModule(ModuleInfo module, List<Section> sections, int functions) {
        this.module = module;
        this.sections = List.copyOf(sections);
        this.functions = functions;
    }

    /// The whole module, to be compiled.
    ///
    /// @throws dev.orderwave.wasm.GuestException if it has code that is not run here, or is too much of it
    public byte[] complete() {
        CompilerCheck.check(module, sections);
        return write(sections);
    }

    /// The module with empty functions. Enough to make instances once there are JVM classes, for a thirtieth of the
    /// heap.
    public byte[] withoutCode() {
        return write(sections.stream()
                .map(section -> section.id() == SectionId.CODE ? emptyFunctions() : section)
                .toList());
    }

    private Section emptyFunctions() {
        var content = new ByteArrayOutputStream();
        Section.writeU32(content, functions);
        for (int i = 0; i < functions; i++) {
            content.writeBytes(NO_CODE);
        }
        return new Section(SectionId.CODE, content.toByteArray());
    }

    private static byte[] write(List<Section> sections) {
        var module = new ByteArrayOutputStream();
        module.writeBytes(HEADER);
        sections.forEach(section -> section.writeTo(module));
        return module.toByteArray();
    }
}
