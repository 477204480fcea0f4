package dev.orderwave.logic;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/// A shipped module, loaded the way the services do or the way a module that was not shipped would be.
record LoadedLogic(OrderLogic module, String how, Guest guest) {

    /// Generous, because these tests are about verdicts and run on busy machines.
    private static final Sandbox SANDBOX = Sandbox.granting("express", "standard", "outbox")
            .withLimits(Limits.DEFAULT.withPerCall(Duration.ofSeconds(10)));

    static LoadedLogic shipped(OrderLogic module) {
        return new LoadedLogic(module, "compiled at build", Guest.load(module.source(), SANDBOX));
    }

    static LoadedLogic compiledNow(OrderLogic module) {
        var source = ModuleSource.compiledAtLoad(module.moduleName(), module.wasm());
        return new LoadedLogic(module, "compiled at load", Guest.load(source, SANDBOX));
    }

    static Stream<LoadedLogic> everyWay() {
        return Arrays.stream(OrderLogic.values())
                .flatMap(module -> Stream.of(LoadedLogic.shipped(module), LoadedLogic.compiledNow(module)));
    }

    @Override
    public String toString() {
        return module.moduleName() + ", " + how;
    }
}
