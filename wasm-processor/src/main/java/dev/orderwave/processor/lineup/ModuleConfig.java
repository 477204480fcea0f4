package dev.orderwave.processor.lineup;

import dev.orderwave.wasm.Capability;
import dev.orderwave.wasm.InstancePolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Which module a service runs, and what the module may have. Without any of it a service runs the module it ships.
@ConfigMapping(prefix = "orderwave.module")
public interface ModuleConfig {

    /// Where the module comes from: `/path/x.wasm`, `classpath:x.wasm`, `oci://host/repository:tag` or
    /// `oci://host/repository@sha256:...`. Without it, the module that the service ships.
    Optional<String> source();

    /// A second module that gets each message too; its verdict is compared and counted, and never carried out.
    Optional<String> shadow();

    /// A second module that takes a part of the messages.
    Candidate candidate();

    /// Modules that are chosen by an attribute of the message.
    Attribute attribute();

    /// How often the sources are looked at for a change.
    @WithDefault("PT5S")
    Duration watch();

    /// Where the instance for a message comes from: `fresh` or `snapshot`.
    @WithDefault("fresh")
    InstancePolicy instances();

    /// What modules may learn beyond their message: `clock`, `random`. Nothing unless it is named here.
    Optional<Set<Capability>> capabilities();

    Limits limits();

    /// Public key (PEM) that modules from a registry must be signed with. Without it, signatures are not looked at.
    Optional<Path> signedBy();

    /// Registries (`host:port`) that are spoken to without TLS. Those on this machine always are.
    Optional<Set<String>> plainHttpRegistries();

    /// Folder in which compiled modules are kept for the next start. Without it, they are compiled at each start.
    Optional<Path> classes();

    /// What a person has to know to change modules by HTTP. Without it, nobody can.
    Optional<String> managementToken();

    /// See [ModuleConfig#candidate].
    interface Candidate {
        /// Where it comes from.
        Optional<String> source();

        /// How many of 100 messages it takes, by their ids: the same message always goes to the same module.
        @WithDefault("0")
        int percent();
    }

    /// See [ModuleConfig#attribute].
    interface Attribute {
        /// The attribute's name, `tenant` for example. A message without it goes to the service's own module.
        Optional<String> name();

        /// Where the modules come from, with `{}` in the place of the attribute's value: `/modules/{}.wasm`.
        Optional<String> source();

        /// How much of them is loaded at once, in bytes of the modules and of their snapshots; their classes take about
        /// four times a module's bytes on top.
        @WithDefault("67108864")
        long loadedBytes();
    }

    /// What one module may take.
    interface Limits {
        /// Longest time for one message.
        @WithDefault("PT0.25S")
        Duration perCall();

        /// Longest time to compile it.
        @WithDefault("PT15S")
        Duration toLoad();

        /// Largest module that is looked at.
        @WithDefault("4194304")
        int moduleBytes();

        /// Largest memory of one instance.
        @WithDefault("16777216")
        int memoryBytes();

        /// Longest verdict.
        @WithDefault("1048576")
        int outputBytes();
    }
}
