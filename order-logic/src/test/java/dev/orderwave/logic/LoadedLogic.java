package dev.orderwave.logic;

import dev.orderwave.conformance.Role;
import dev.orderwave.wasm.Guest;
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
        return loaded(role(module), "rust, compiled at build", module.source());
    }

    /// Each module that ships, both ways of compiling, and those of the other languages.
    static Stream<LoadedLogic> everyOne() throws IOException {
        var shipped = Arrays.stream(OrderLogic.values())
                .flatMap(module -> Stream.of(shipped(module), compiledNow(role(module), "rust", module.wasm())));
        return Stream.concat(shipped, CheckedInModule.all().map(LoadedLogic::ofOtherLanguage));
    }

    private static LoadedLogic ofOtherLanguage(CheckedInModule module) {
        return compiledNow(module.role(), module.language(), module.wasm());
    }

    private static LoadedLogic compiledNow(Role role, String language, byte[] wasm) {
        return loaded(role, language + ", compiled at load", ModuleSource.compiledAtLoad(role.roleName(), wasm));
    }

    private static LoadedLogic loaded(Role role, String how, ModuleSource source) {
        var sandbox = Sandbox.granting(role.outputs()).withLimits(LIMITS);
        return new LoadedLogic(role, how, Guest.load(source, sandbox));
    }

    private static Role role(OrderLogic module) {
        return Role.named(module.moduleName()).orElseThrow();
    }

    @Override
    public String toString() {
        return role + ", " + how;
    }
}
