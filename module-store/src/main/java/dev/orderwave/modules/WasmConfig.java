package dev.orderwave.modules;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The config of a module's artifact. Plain WebAssembly is no operating system's; the layout wants `wasip1` for it.
record WasmConfig(String created, String architecture, String os, List<String> layerDigests) {
    static final String MEDIA_TYPE = "application/vnd.wasm.config.v0+json";

    static byte[] of(Digest module, String created) {
        var config = new WasmConfig(created, "wasm", "wasip1", List.of(module.toString()));
        return new Gson().toJson(config).getBytes(StandardCharsets.UTF_8);
    }
}
