package dev.orderwave.wasm;

import java.util.Set;

/// All that a module may take, name and learn. Whatever is not in here it does not have.
///
/// @param limits on time and memory
/// @param outputs the only names its verdicts may emit to; naming another one is a fault of the module
/// @param capabilities what it may learn from outside its message
/// @param instances where the instance for a message comes from
public record Sandbox(Limits limits, Set<String> outputs, Set<Capability> capabilities, InstancePolicy instances) {

    public Sandbox {
        outputs = Set.copyOf(outputs);
        capabilities = Set.copyOf(capabilities);
    }

    /// The usual limits, a fresh instance for each message, these outputs and nothing else.
    public static Sandbox granting(String... outputs) {
        return granting(Set.of(outputs));
    }

    /// See [#granting(String...)].
    public static Sandbox granting(Set<String> outputs) {
        return new Sandbox(Limits.DEFAULT, outputs, Set.of(), InstancePolicy.FRESH);
    }

    public Sandbox withLimits(Limits other) {
        return new Sandbox(other, outputs, capabilities, instances);
    }

    public Sandbox withCapabilities(Set<Capability> granted) {
        return new Sandbox(limits, outputs, granted, instances);
    }

    public Sandbox withInstances(InstancePolicy policy) {
        return new Sandbox(limits, outputs, capabilities, policy);
    }
}
