package dev.orderwave.wasm;

/// Where a module's code comes from.
///
/// [#compiledAtLoad] takes any module and pays for the compiler when it is loaded; [#compiledAtBuild] takes one whose
/// JVM classes were made by the `chicory-compiler-maven-plugin` and starts three times sooner.
public sealed interface ModuleSource {

    /// What the module is called in logs, errors and metrics.
    String name();

    /// The module as its author shipped it. Owned by this source: not to be changed.
    byte[] wasm();

    /// A module that is compiled to JVM classes while it is loaded.
    static ModuleSource compiledAtLoad(String name, byte[] wasm) {
        return new CompiledAtLoad(name, wasm.clone());
    }

    /// A module that a build has compiled already.
    ///
    /// @param compiled the class the plugin generated from exactly these bytes, which is trusted as the build is
    static ModuleSource compiledAtBuild(String name, byte[] wasm, Class<?> compiled) {
        return new CompiledAtBuild(name, wasm.clone(), compiled);
    }

    /// The module's name and digest.
    default ModuleInfo info() {
        return ModuleInfo.of(name(), wasm());
    }

    /// See [ModuleSource#compiledAtLoad].
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied on the way in
    record CompiledAtLoad(String name, byte[] wasm) implements ModuleSource {}

    /// See [ModuleSource#compiledAtBuild].
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied on the way in
    record CompiledAtBuild(String name, byte[] wasm, Class<?> compiled) implements ModuleSource {}
}
