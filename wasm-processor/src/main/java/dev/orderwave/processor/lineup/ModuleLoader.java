package dev.orderwave.processor.lineup;

import dev.orderwave.modules.ModuleReference;
import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.StoredModule;
import dev.orderwave.wasm.ClassCache;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestCache;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;

/// Makes a guest of a reference or of bytes: fetched, admitted, compiled and tried out, so that the first message it
/// gets is none too early.
final class ModuleLoader {
    private static final String ANY = "{}";

    private final ModuleStore store;
    private final ClassCache classes;
    private final Sandbox sandbox;

    ModuleLoader(ModuleStore store, ClassCache classes, Sandbox sandbox) {
        this.store = store;
        this.classes = classes;
        this.sandbox = sandbox;
    }

    /// @throws IllegalArgumentException if it is no reference
    /// @throws dev.orderwave.modules.ModuleStoreException if the module cannot be had
    StoredModule fetch(String reference) {
        return store.fetch(ModuleReference.parse(reference));
    }

    /// @throws dev.orderwave.wasm.GuestException if it may not run
    Guest load(StoredModule module) {
        return load(source(name(module.reference()), module));
    }

    Guest load(String name, byte[] wasm) {
        return load(ModuleSource.compiledOnce(name, wasm, classes));
    }

    Guest load(ModuleSource source) {
        return Guest.load(source, sandbox);
    }

    /// The modules of a pattern with `{}` in it, by what stands in its place.
    GuestCache all(String pattern, long loadedBytes) {
        if (!pattern.contains(ANY)) {
            throw new IllegalArgumentException(
                    "orderwave.module.attribute.source must have {} where the attribute's value belongs, was "
                            + pattern);
        }
        return new GuestCache(value -> source(value, fetch(pattern.replace(ANY, value))), sandbox, loadedBytes);
    }

    private ModuleSource source(String name, StoredModule module) {
        return ModuleSource.compiledOnce(name, module.wasm(), classes);
    }

    /// What a module is called: the last part of its path or repository, without version and ending.
    static String name(ModuleReference reference) {
        return reference
                .toString()
                .replaceFirst("[:@][^/]*$", "")
                .replaceFirst("^.*/", "")
                .replaceFirst("\\.wasm$", "");
    }
}
