package dev.orderwave.workbench;

import dev.orderwave.conformance.Conformance;
import dev.orderwave.conformance.Role;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `logic test`: holds a module to all that its role must answer.
@Command(
        name = "test",
        description = "Puts all cases of the conformance suite to a module; exit code 1 if it fails one.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    private static final int CALLS_TO_WARM_UP = 3_000;
    private static final int CALLS = 2_000;

    @Parameters(paramLabel = "MODULE.wasm", description = "A file, or oci://HOST/REPOSITORY:TAG.")
    private String reference = "";

    @Option(
            names = "--as",
            paramLabel = "ROLE",
            converter = RoleName.class,
            completionCandidates = RoleName.class,
            description = "One of ${COMPLETION-CANDIDATES}; default: the one it is named after, or else order-router.")
    private @Nullable Role as;

    @Mixin
    private SandboxOptions options = new SandboxOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ModuleStoreConfig store;

    TestCommand(ModuleStoreConfig store) {
        this.store = store;
    }

    @Override
    public Integer call() {
        var module = NamedModule.find(reference, store);
        var out = spec.commandLine().getOut();
        var role = role(module);
        var guest = module.load(options.granting(role.outputs()));
        out.println(module.description());
        out.println(whyAs(module, role));
        out.flush();

        var report = new TestReport(Conformance.of(role).check(guest));
        out.print(report.text());
        out.flush();

        out.println(cost(guest));
        return report.isClean() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private String cost(Guest guest) {
        var order = SampleOrder.bytes();
        try {
            CallCost.measure(guest, order, CALLS_TO_WARM_UP);
            var cost = CallCost.measure(guest, order, CALLS);
            return "per call: p50 %s, p99 %s (%,d calls, an order of %,d bytes, %s)"
                    .formatted(
                            Times.inWords(cost.median()),
                            Times.inWords(cost.p99()),
                            cost.calls(),
                            order.length,
                            options.inWords());
        } catch (GuestException e) {
            return "per call: not measured: " + e.getMessage();
        }
    }

    private Role role(NamedModule module) {
        return Optional.ofNullable(as).or(module::role).orElse(Role.ORDER_ROUTER);
    }

    private String whyAs(NamedModule module, Role role) {
        if (as != null) {
            return "tested as " + role;
        }
        return module.role().isPresent()
                ? "tested as %s, which it is named after".formatted(role)
                : "tested as %s, because --as names no role and it is named after none".formatted(role);
    }
}
