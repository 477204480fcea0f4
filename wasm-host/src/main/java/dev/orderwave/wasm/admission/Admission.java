package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;

/// Decides from a module's bytes whether it may be parsed and compiled at all: its size, its kind, and the size of each
/// part. Takes time in proportion to the number of functions, and no heap to speak of.
public final class Admission {

    private static final byte[] MAGIC = {0, 'a', 's', 'm'};
    private static final int HEADER = 8;

    /// The last two bytes of the version are the layer: 0 for a core module, 1 for a component.
    private static final int LAYER = 6;

    private final ModuleInfo module;
    private final Limits limits;

    private Admission(ModuleInfo module, Limits limits) {
        this.module = module;
        this.limits = limits;
    }

    /// @throws GuestException if the module is not one for this host
    public static AdmittedModule admit(ModuleInfo module, byte[] wasm, Limits limits) {
        return new Admission(module, limits).admit(wasm);
    }

    private AdmittedModule admit(byte[] wasm) {
        checkHeader(wasm);
        var sections = new ArrayList<Section>();
        var functions = 0;
        var memories = 0;
        var lastPlace = 0;
        var declarations = new DeclarationCheck(limits);
        for (var reader = new WasmReader(module, wasm, HEADER, wasm.length); reader.hasMore(); ) {
            var id = reader.nextByte();
            var content = reader.next(reader.nextU32());
            if (id == SectionId.CUSTOM) {
                continue;
            }
            if (SectionId.place(id) <= lastPlace) {
                throw refused(GuestFault.INVALID, "its section " + id + " is out of order or there twice");
            }
            lastPlace = SectionId.place(id);
            sections.add(new Section(id, content.rest()));
            if (id == SectionId.CODE) {
                functions = new CodeCheck(content).functions();
            } else {
                declarations.check(id, content);
                memories += id == SectionId.MEMORY ? 1 : 0;
            }
        }
        if (memories == 0) {
            throw refused(GuestFault.ABI, "it has no memory; a guest exports memory, alloc and handle");
        }
        return new AdmittedModule(module, sections, functions);
    }

    private void checkHeader(byte[] wasm) {
        if (wasm.length > limits.maxModuleBytes()) {
            throw refused(
                    GuestFault.TOO_LARGE,
                    "it has %,d bytes, the limit is %,d".formatted(wasm.length, limits.maxModuleBytes()));
        }
        if (wasm.length < HEADER || !Arrays.equals(wasm, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            var start = HexFormat.ofDelimiter(" ").formatHex(wasm, 0, Math.min(wasm.length, HEADER));
            throw refused(GuestFault.NOT_WASM, "WebAssembly starts with 00 61 73 6d, this with [" + start + "]");
        }
        if (wasm[LAYER] != 0) {
            throw refused(GuestFault.COMPONENT, "it is a component; build a core module that exports alloc and handle");
        }
        if (wasm[4] != 1 || wasm[5] != 0 || wasm[7] != 0) {
            throw refused(GuestFault.NOT_WASM, "its binary version is " + wasm[4] + ", this host reads version 1");
        }
    }

    private GuestException refused(GuestFault fault, String detail) {
        return GuestException.notLoaded(module, fault, detail);
    }
}
