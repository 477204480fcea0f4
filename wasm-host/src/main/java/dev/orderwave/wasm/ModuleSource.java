package dev.orderwave.wasm;

/// Where a module's code comes from.
///
/// [#compiledAtLoad] takes any module and pays for the compiler when it is loaded; [#compiledAtBuild] takes one whose
/// JVM classes were made by the `chicory-compiler-maven-plugin` and starts three times sooner.
public sealed interface ModuleSource {

    /// What the module is called in logs, errors and metrics, and its digest.
    ModuleInfo info();

    /// The module as its author shipped it. Owned by this source: not to be changed.
    byte[] wasm();

    /// A module that is compiled to JVM classes while it is loaded.
    static ModuleSource compiledAtLoad(String name, byte[] wasm) {
        return compiledOnce(name, wasm, ClassCache.none());
    }

    /// A module that is compiled to JVM classes when it is loaded for the first time, and found there afterwards.
    static ModuleSource compiledOnce(String name, byte[] wasm, ClassCache classes) {
        return new CompiledAtLoad(ModuleInfo.of(name, wasm), wasm.clone(), classes);
    }

    /// A module that a build has compiled already.
    ///
    /// @param compiled the class the plugin generated from exactly these bytes, which is trusted as the build is
    static ModuleSource compiledAtBuild(String name, byte[] wasm, Class<?> compiled) {
        return new CompiledAtBuild(ModuleInfo.of(name, wasm), wasm.clone(), compiled);
    }

    /// See [ModuleSource#compiledAtLoad].
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied on the way in
    record CompiledAtLoad(ModuleInfo info, byte[] wasm, ClassCache classes) implements ModuleSource {}

    /// See [ModuleSource#compiledAtBuild].
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied on the way in
    record CompiledAtBuild(ModuleInfo info, byte[] wasm, Class<?> compiled) implements ModuleSource {}
}
