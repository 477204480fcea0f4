package dev.orderwave.wasm.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.util.Set;

/// Loads a hostile module, asks it if it loads, and holds it to its [Ending].
record Meeting(Sandbox sandbox) {

    static final byte[] MESSAGE = "the message".getBytes(UTF_8);

    private static final int LONGEST_LINE = 500;

    void with(HostileModule module) {
        var wasm = module.wasm().get();

        switch (module.ending()) {
            case Ending.NotLoaded(var faults) -> fails(module, faults, "it was not loaded", () -> load(wasm));
            case Ending.NotHandled(var faults) -> fails(module, load(wasm), faults);
            case Ending.Harmless(var verdict) ->
                assertThat(load(wasm).handle(MESSAGE)).as("%s", module).isEqualTo(verdict);
        }
    }

    Guest load(byte[] wasm) {
        return Guest.load(ModuleSource.compiledAtLoad("hostile", wasm), sandbox);
    }

    static void fails(HostileModule module, Guest guest, Set<GuestFault> faults) {
        fails(
                module,
                faults,
                "the message was not handled, the next one gets a new instance",
                () -> guest.handle(MESSAGE));
    }

    private static void fails(HostileModule module, Set<GuestFault> faults, String consequence, Runnable call) {
        var failure = catchThrowableOfType(GuestException.class, call::run);

        assertThat(failure).as("%s", module).isNotNull();
        assertThat(failure.fault()).as("%s: %s", module, failure.getMessage()).isIn(faults);
        assertThat(failure.getMessage())
                .as("%s", module)
                .startsWith("module hostile@")
                .contains(": " + failure.fault().code() + ": ")
                .endsWith(consequence)
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]")
                .hasSizeLessThan(LONGEST_LINE);
    }
}
