package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.ModuleInfo;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/// A module that passed [Admission], without its custom sections: they hold names and debug data, which nobody needs.
public final class AdmittedModule {

    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

    /// No locals, `unreachable`, `end`.
    private static final byte[] NO_CODE = {3, 0, 0x00, 0x0b};

    /// Not placed in memory, no bytes.
    private static final byte[] NO_DATA = {1, 0};

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

    /// The module with empty functions: all but what was compiled.
    public byte[] withoutCode() {
        return write(declarations().toList());
    }

    /// The module with empty functions, empty data segments and nothing in its table. Enough to make instances for
    /// whoever has all that, for a sixtieth of the heap.
    public byte[] withoutContents() {
        return write(declarations()
                .filter(section -> section.id() != SectionId.ELEMENT)
                .map(section -> section.id() == SectionId.DATA ? emptySegments(section) : section)
                .toList());
    }

    private Stream<Section> declarations() {
        return sections.stream().map(section -> section.id() == SectionId.CODE ? emptyFunctions() : section);
    }

    private Section emptyFunctions() {
        var content = new ByteArrayOutputStream();
        Section.writeU32(content, functions);
        for (int i = 0; i < functions; i++) {
            content.writeBytes(NO_CODE);
        }
        return new Section(SectionId.CODE, content.toByteArray());
    }

    private Section emptySegments(Section data) {
        var segments = new WasmReader(module, data.content(), 0, data.content().length).nextU32();
        var content = new ByteArrayOutputStream();
        Section.writeU32(content, (int) segments);
        for (long i = 0; i < segments; i++) {
            content.writeBytes(NO_DATA);
        }
        return new Section(SectionId.DATA, content.toByteArray());
    }

    private static byte[] write(List<Section> sections) {
        var module = new ByteArrayOutputStream();
        module.writeBytes(HEADER);
        sections.forEach(section -> section.writeTo(module));
        return module.toByteArray();
    }
}
