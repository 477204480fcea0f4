package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.ModuleStoreConfig;
import dev.orderwave.modules.OciReference;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.nio.file.Path;
import java.util.Optional;

/// A module that the user has named.
///
/// @param name what its file or its repository is called
/// @param wasm not to be changed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record NamedModule(String name, byte[] wasm) {

    private static final String REGISTRY = "oci://";

    /// @param reference a file, or `oci://` for a registry
    /// @param store how modules of registries are fetched
    /// @throws WorkbenchException if it is not there or no WebAssembly
    static NamedModule find(String reference, ModuleStoreConfig store) {
        return reference.startsWith(REGISTRY)
                ? fetch(OciReference.parse(reference), store)
                : ModuleFile.read(Path.of(reference));
    }

    private static NamedModule fetch(OciReference reference, ModuleStoreConfig store) {
        var repository = reference.repository();
        var wasm = new ModuleStore(store).fetch(reference).wasm();
        return new NamedModule(repository.substring(repository.lastIndexOf('/') + 1), wasm);
    }

    Guest load(Sandbox sandbox) {
        return Guest.load(source(), sandbox);
    }

    ModuleSource source() {
        return ModuleSource.compiledAtLoad(name, wasm);
    }

    /// The role that it is named after, as the modules of the project are.
    Optional<Role> role() {
        return Role.named(name);
    }

    /// Size, digest and imports, in a line.
    String description() {
        return "%s: %,d bytes, sha256:%s, %s"
                .formatted(
                        name,
                        wasm.length,
                        source().info().sha256(),
                        WasmOutline.of(wasm).importsInWords());
    }
}
