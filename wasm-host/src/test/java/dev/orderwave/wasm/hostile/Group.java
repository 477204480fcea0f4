package dev.orderwave.wasm.hostile;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.TestGuest;
import dev.orderwave.wasm.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A chapter of the catalogue: modules that try the same thing in different ways.
final class Group {

    /// What [TestGuest#any()] answers, if it comes to it.
    static final Verdict USUAL = new Verdict.Reject("as usual");

    private static final String USUAL_TEXT = "{\"reject\":\"as usual\"}";

    private final String name;
    private final List<HostileModule> modules = new ArrayList<>();

    Group(String name) {
        this.name = name;
    }

    /// A guest to be changed for the worse, which otherwise answers [#USUAL].
    static TestGuest guest() {
        return TestGuest.answering(USUAL_TEXT);
    }

    /// What a guest returns to answer [#USUAL].
    static long usualAnswer() {
        return (long) TestGuest.TEXT << 32 | USUAL_TEXT.length();
    }

    Group isNotLoaded(String module, TestGuest wasm, GuestFault... faults) {
        return isNotLoaded(module, wasm::build, faults);
    }

    Group isNotLoaded(String module, Supplier<byte[]> wasm, GuestFault... faults) {
        return add(module, wasm, new Ending.NotLoaded(Set.of(faults)));
    }

    Group fails(String module, TestGuest wasm, GuestFault... faults) {
        return fails(module, wasm::build, faults);
    }

    Group fails(String module, Supplier<byte[]> wasm, GuestFault... faults) {
        return add(module, wasm, new Ending.NotHandled(Set.of(faults)));
    }

    Group isHarmless(String module, TestGuest wasm) {
        return isHarmless(module, wasm::build, USUAL);
    }

    Group isHarmless(String module, Supplier<byte[]> wasm, Verdict verdict) {
        return add(module, wasm, new Ending.Harmless(verdict));
    }

    Stream<HostileModule> modules() {
        return modules.stream();
    }

    private Group add(String module, Supplier<byte[]> wasm, Ending ending) {
        modules.add(new HostileModule(name, module, wasm, ending));
        return this;
    }
}
