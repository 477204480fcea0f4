package dev.orderwave.logic;

import dev.orderwave.conformance.Role;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/// A checked-in module, loaded the way the services do or the way a module that was not shipped would be.
record LoadedLogic(Role role, String how, Guest guest) {

    /// Generous, because these tests are about verdicts and run on busy machines.
    private static final Limits LIMITS = Limits.DEFAULT.withPerCall(Duration.ofSeconds(10));

    static LoadedLogic shipped(OrderLogic module) {
        return loaded(role(module), "rust, compiled at build", module.source(), InstancePolicy.FRESH);
    }

    /// Each module that ships, both ways of compiling, and those of the other languages; all of them with each way to
    /// get an instance.
    static Stream<LoadedLogic> everyOne() throws IOException {
        var others = CheckedInModule.all().toList();
        return Arrays.stream(InstancePolicy.values())
                .flatMap(instances -> Stream.concat(
                        Arrays.stream(OrderLogic.values()).flatMap(module -> bothWays(module, instances)),
                        others.stream()
                                .map(module ->
                                        compiledNow(module.role(), module.language(), module.wasm(), instances))));
    }

    private static Stream<LoadedLogic> bothWays(OrderLogic module, InstancePolicy instances) {
        var role = role(module);
        return Stream.of(
                loaded(role, "rust, compiled at build", module.source(), instances),
                compiledNow(role, "rust", module.wasm(), instances));
    }

    private static LoadedLogic compiledNow(Role role, String language, byte[] wasm, InstancePolicy instances) {
        var source = ModuleSource.compiledAtLoad(role.roleName(), wasm);
        return loaded(role, language + ", compiled at load", source, instances);
    }

    private static LoadedLogic loaded(Role role, String how, ModuleSource source, InstancePolicy instances) {
        var sandbox = Sandbox.granting(role.outputs()).withLimits(LIMITS).withInstances(instances);
        return new LoadedLogic(role, how + ", " + instances, Guest.load(source, sandbox));
    }

    private static Role role(OrderLogic module) {
        return Role.named(module.moduleName()).orElseThrow();
    }

    @Override
    public String toString() {
        return role + ", " + how;
    }
}
