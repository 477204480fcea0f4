package dev.orderwave.build;

import org.teavm.backend.wasm.runtime.WasmSupport;
import org.teavm.interop.Import;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/// Makes modules that import nothing. What TeaVM's runtime asks of a host, arguments and a clock and a console for
/// the last words of an exception, does nothing instead: a guest has no use for the first two and says its errors
/// as a fault.
public final class ImportNothing implements ClassHolderTransformer {

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().equals(WasmSupport.class.getName())) {
            type.getMethods().forEach(method -> doNothing(method, context.getHierarchy()));
        }
    }

    private static void doNothing(MethodHolder method, ClassHierarchy classes) {
        method.getModifiers().remove(ElementModifier.NATIVE);
        method.getAnnotations().remove(Import.class.getName());
        var body = ProgramEmitter.create(method, classes);
        if (method.getResultType() == ValueType.VOID) {
            body.exit();
        } else {
            body.defaultValue(method.getResultType()).returnValue();
        }
    }
}
