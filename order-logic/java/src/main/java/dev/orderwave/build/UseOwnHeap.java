package dev.orderwave.build;

import dev.orderwave.guest.Heap;
import org.teavm.interop.Export;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.runtime.GC;
import org.teavm.runtime.RuntimeObject;

/// Puts [Heap] in the place of TeaVM's garbage collector. That has nothing to do in a guest for one message, and
/// the one of this version traps or runs for ever when it has to make room for an array that is larger than the
/// heap.
public final class UseOwnHeap implements ClassHolderTransformer {

    private static final MethodDescriptor ALLOC = new MethodDescriptor("alloc", int.class, RuntimeObject.class);

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().equals(GC.class.getName())) {
            type.getMethods().forEach(method -> method.getAnnotations().remove(Export.class.getName()));
            replaceAlloc(type, context.getHierarchy());
        }
    }

    private static void replaceAlloc(ClassHolder collector, ClassHierarchy classes) {
        var body = ProgramEmitter.create(collector.getMethod(ALLOC), classes);
        body.invoke(Heap.class, "alloc", RuntimeObject.class, body.var(1, int.class))
                .returnValue();
    }
}
