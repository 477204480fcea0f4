package dev.orderwave.modules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import land.oras.Manifest;

/// How a module lies in a registry: the layout of the CNCF's Wasm working group, which other tools for Wasm read
/// and write as well. One manifest, one layer with the module, and a [config][WasmConfig] that names the layer.
///
/// @param module the layer's digest: that of the module
/// @param size as the manifest declares it
record WasmArtifact(Digest module, long size) {
    private static final String LAYER_MEDIA_TYPE = "application/wasm";

    /// What tools write that are older than the layout.
    private static final String OLDER_LAYER_MEDIA_TYPE = "application/vnd.wasm.content.layer.v1+wasm";

    private static final Set<String> READ_LAYER_MEDIA_TYPES = Set.of(LAYER_MEDIA_TYPE, OLDER_LAYER_MEDIA_TYPE);

    /// Finds the module in a manifest, whatever tool wrote it: the one layer that is WebAssembly.
    ///
    /// @param pinned names the manifest in error messages
    static WasmArtifact read(OciReference pinned, byte[] manifest) {
        var modules = Manifests.layers(pinned, manifest).stream()
                .filter(layer -> READ_LAYER_MEDIA_TYPES.contains(layer.mediaType()))
                .toList();
        if (modules.size() != 1) {
            throw new ModuleStoreException("%s is no module: a module has one layer of type %s, this has %d."
                    .formatted(pinned, LAYER_MEDIA_TYPE, modules.size()));
        }
        var module = modules.getFirst();
        return new WasmArtifact(module.digest(), module.size());
    }

    static Manifest manifest(byte[] wasm, byte[] config, Map<String, String> annotations) {
        return Manifests.of(
                Blob.of(WasmConfig.MEDIA_TYPE, config), List.of(Blob.of(LAYER_MEDIA_TYPE, wasm)), annotations);
    }
}
