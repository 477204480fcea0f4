package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;
import java.util.ArrayDeque;
import java.util.Deque;

/// Reads one function, instruction by instruction, to find what it costs to compile.
///
/// It does not tell whether the function is valid, the engine's parser does that. But it never takes a valid one for
/// cheaper than it is: the stack is at most as high as found here.
final class FunctionWalk {

    private static final int NO_RESULT = 0x40;

    /// A longer table would not fit a JVM method.
    private static final int MOST_TARGETS = 16_000;

    /// Where an assembler keeps places to be filled in, each new one costs a little more than the one before.
    private static final int TARGETS_PER_STEP = 16;

    private static final int STEPS_PER_TARGET = 100;

    /// In bytes: a larger constant may be too large for an instruction of the JVM.
    private static final int LONGEST_SMALL = 2;

    private final WasmReader code;
    private final Signatures signatures;
    private final long locals;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private long height;
    private long instructions;
    private long cells;
    private long steps;
    private long constants;

    FunctionWalk(WasmReader code, Signatures signatures, long locals, Signature function) {
        this.code = code;
        this.signatures = signatures;
        this.locals = locals + function.parameters();
        blocks.push(new Block(0, new Signature(0, function.results())));
        place();
    }

    CompilerWork work() {
        while (code.hasMore()) {
            if (blocks.isEmpty()) {
                throw code.refused(GuestFault.INVALID, "a function goes on after its end, at byte " + code.position());
            }
            next();
        }
        if (!blocks.isEmpty()) {
            throw code.refused(GuestFault.INVALID, "a function has no end, at byte " + code.position());
        }
        return new CompilerWork(1, instructions, cells, steps, constants);
    }

    private void next() {
        var first = code.peek();
        var instruction = InstructionSet.next(code);
        instructions++;
        change(instruction.change());
        switch (instruction.kind()) {
            case REFUSED ->
                throw code.refused(
                        GuestFault.FEATURE,
                        "it uses %s, instruction 0x%02x".formatted(InstructionSet.feature(first), first));
            case BLOCK -> enter(blockType());
            case ELSE -> {
                place();
                height = blocks.element().base + blocks.element().type.parameters();
            }
            case END -> {
                var block = blocks.pop();
                height = block.base + block.type.results();
                place();
            }
            case BRANCH -> {
                label();
                place();
            }
            case JUMP -> {
                label();
                leave();
            }
            case JUMP_TABLE -> {
                targets();
                leave();
            }
            case LEAVE -> leave();
            case CALL -> call(signatures.function(code.nextU32(), code));
            case CALL_INDIRECT -> {
                call(signatures.type(code.nextU32(), code));
                code.nextU32();
            }
            case PLAIN -> {}
            case INDEX -> code.nextU32();
            case TWO_INDICES, ADDRESS -> {
                code.nextU32();
                code.nextU32();
            }
            case SIGNED -> constant(code.skipSigned() > LONGEST_SMALL);
            case FOUR_BYTES -> constant(code.next(4).hasMore());
            case EIGHT_BYTES -> constant(code.next(8).hasMore());
        }
    }

    private void constant(boolean large) {
        constants += large ? 1 : 0;
    }

    private void label() {
        var blocksLeft = code.nextU32();
        if (blocksLeft >= blocks.size()) {
            throw code.refused(GuestFault.INVALID, "a jump leaves more blocks than there are, " + blocksLeft);
        }
        steps += blocksLeft;
    }

    private void targets() {
        var targets = code.nextU32();
        if (targets > MOST_TARGETS) {
            throw code.refused(
                    GuestFault.LIMIT,
                    "it has a br_table of %,d targets, at most %,d are allowed".formatted(targets, MOST_TARGETS));
        }
        for (long target = 0; target <= targets; target++) {
            label();
            steps += STEPS_PER_TARGET + target / TARGETS_PER_STEP;
            // A jump that leaves values behind is a place of its own.
            if (height > 0) {
                place();
            }
        }
    }

    private Signature blockType() {
        var first = code.peek();
        if (first == NO_RESULT) {
            code.nextByte();
            return Signature.NOTHING;
        }
        if ((first & NO_RESULT) != 0 && first < 0x80) {
            ValueTypes.next(code);
            return Signature.ONE_RESULT;
        }
        return signatures.type(code.nextU32(), code);
    }

    private void enter(Signature type) {
        place();
        change(-type.parameters());
        blocks.push(new Block(height, type));
        change(type.parameters());
    }

    private void call(Signature called) {
        change(-called.parameters());
        change(called.results());
        cells += called.parameters() + called.results();
    }

    /// After a jump the stack may hold anything, so what is taken from it need not have been put there.
    private void leave() {
        place();
        height = blocks.element().base;
    }

    private void change(int by) {
        height = Math.max(blocks.element().base, height + by);
    }

    private void place() {
        cells += locals + height;
    }

    /// @param base how high the stack is below what the block may touch
    private record Block(long base, Signature type) {}
}
