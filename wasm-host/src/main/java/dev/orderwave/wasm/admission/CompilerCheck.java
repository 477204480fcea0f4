package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import java.util.List;

/// Reads all the code of a module before the compiler does, which cannot be stopped: refuses instructions that are not
/// run here, and code that would cost too much time or heap to compile.
///
/// The size of a module says little: in 10 kB there is room for functions of a million locals.
final class CompilerCheck {

    /// Some five seconds. A Go program of 3 MB comes to less than half of it.
    private static final long MOST_WORK = 3_000_000;

    private static final int HEAP_PER_WORK = 100;

    /// What of the heap one compilation may fill. The rest is for those who work while it runs.
    private static final int SHARE_OF_HEAP = 2;

    private static final long HEAP = Runtime.getRuntime().maxMemory();

    private final long most = Math.min(MOST_WORK, HEAP / SHARE_OF_HEAP / HEAP_PER_WORK);
    private final ModuleInfo module;
    private final Signatures signatures = new Signatures();
    private CompilerWork work = CompilerWork.NONE;

    private CompilerCheck(ModuleInfo module) {
        this.module = module;
    }

    /// @throws GuestException if these sections are not for the compiler
    static void check(ModuleInfo module, List<Section> sections) {
        var check = new CompilerCheck(module);
        sections.forEach(section -> check.signatures.read(section.id(), check.reader(section)));
        check.add(check.signatures.work());
        sections.stream()
                .filter(section -> section.id() == SectionId.CODE)
                .forEach(code -> check.functions(check.reader(code)));
    }

    private WasmReader reader(Section section) {
        return new WasmReader(module, section.content(), 0, section.content().length);
    }

    private void functions(WasmReader code) {
        var functions = code.nextU32();
        for (long place = 0; place < functions; place++) {
            var body = code.next(code.nextU32());
            var locals = CodeCheck.locals(body);
            add(new FunctionWalk(body, signatures, locals, signatures.defined(place, body)).work());
        }
    }

    private void add(CompilerWork more) {
        work = work.plus(more);
        if (work.total() > most) {
            throw GuestException.notLoaded(
                    module,
                    GuestFault.LIMIT,
                    "compiling it is more work than %,d instructions of an ordinary module, the most for a heap of %,d bytes"
                            .formatted(most, HEAP));
        }
    }
}
