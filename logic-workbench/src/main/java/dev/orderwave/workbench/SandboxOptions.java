package dev.orderwave.workbench;

import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.Sandbox;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a service may have set otherwise. Without these a module has what it has in a service by default.
final class SandboxOptions {

    @Option(
            names = "--instances",
            paramLabel = "POLICY",
            defaultValue = "FRESH",
            description = "Where the instance for a message comes from: fresh (default) or snapshot, for modules that "
                    + "take long to start.")
    private InstancePolicy instances = InstancePolicy.FRESH;

    @Option(
            names = "--per-call",
            paramLabel = "MILLISECONDS",
            defaultValue = "250",
            description = "Longest time for one message; default: ${DEFAULT-VALUE}.")
    private int millisPerCall;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Sandbox granting(Set<String> outputs) {
        if (millisPerCall <= 0) {
            throw new ParameterException(
                    command.commandLine(), "--per-call must be at least 1 millisecond, was " + millisPerCall);
        }
        var limits = Limits.DEFAULT.withPerCall(Duration.ofMillis(millisPerCall));
        return Sandbox.granting(outputs).withLimits(limits).withInstances(instances);
    }

    /// What a cost was measured with.
    String inWords() {
        return switch (instances) {
            case FRESH -> "a new instance each";
            case SNAPSHOT -> "each from a snapshot";
        };
    }
}
