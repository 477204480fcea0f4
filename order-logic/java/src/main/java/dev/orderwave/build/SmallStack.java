package dev.orderwave.build;

import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.Program;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.util.InstructionVariableMapper;

/// Makes the stack that TeaVM keeps in memory, of references and calls, small: TeaVM has no setting for its 256
/// KiB, which the host would have to wipe for each message. It is not the stack that runs out first when code calls
/// itself: what goes deep here, reading JSON, uses none of it.
public final class SmallStack implements ClassHolderTransformer {

    private static final MethodDescriptor INIT_HEAP =
            new MethodDescriptor("initHeap", Address.class, int.class, int.class, int.class, int.class, void.class);
    private static final int STACK_SIZE_PARAMETER = 4;

    private static final int STACK_SIZE = 6 << 10;

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().equals(WasmHeap.class.getName())) {
            setStackSize(type.getMethod(INIT_HEAP).getProgram());
        }
    }

    private static void setStackSize(Program program) {
        var given = program.variableAt(STACK_SIZE_PARAMETER);
        var size = new IntegerConstantInstruction();
        size.setConstant(STACK_SIZE);
        size.setReceiver(program.createVariable());
        var toSize = new InstructionVariableMapper(variable -> variable == given ? size.getReceiver() : variable);
        program.getBasicBlocks().forEach(toSize::apply);
        program.basicBlockAt(0).addFirst(size);
    }
}
