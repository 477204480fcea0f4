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

    /// Each checked-in module as one that a service is told to load, and those that ship also as the build compiled
    /// them; all of them with each way to get an instance.
    static Stream<LoadedLogic> everyOne() throws IOException {
        var checkedIn = CheckedInModule.all().toList();
        return Arrays.stream(InstancePolicy.values())
                .flatMap(instances -> Stream.concat(
                        Arrays.stream(OrderLogic.values()).map(module -> compiledAtBuild(module, instances)),
                        checkedIn.stream().map(module -> compiledAtLoad(module, instances))));
    }

    private static LoadedLogic compiledAtBuild(OrderLogic module, InstancePolicy instances) {
        var role = Role.named(module.moduleName()).orElseThrow();
        return loaded(role, "shipped, compiled at build", module.source(), instances);
    }

    private static LoadedLogic compiledAtLoad(CheckedInModule module, InstancePolicy instances) {
        var source = ModuleSource.compiledAtLoad(module.role().roleName(), module.wasm());
        return loaded(module.role(), module.language() + ", compiled at load", source, instances);
    }

    private static LoadedLogic loaded(Role role, String how, ModuleSource source, InstancePolicy instances) {
        var sandbox = Sandbox.granting(role.outputs()).withLimits(LIMITS).withInstances(instances);
        return new LoadedLogic(role, how + ", " + instances, Guest.load(source, sandbox));
    }

    @Override
    public String toString() {
        return role + ", " + how;
    }
}
