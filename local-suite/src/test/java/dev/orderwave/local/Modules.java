package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// Modules that differ from those that ship in nothing but their version.
final class Modules {
    private static final String SHIPPED_VERSION = "1.0.0";

    private Modules() {}

    /// @param version as long as that of the module that ships, because it is written over it
    static byte[] version(String module, String version) throws IOException {
        var shipped = Checkout.find().root().resolve("order-logic/c/modules/" + module + ".wasm");
        var wasm = new String(Files.readAllBytes(shipped), StandardCharsets.ISO_8859_1);
        assertThat(wasm).contains(SHIPPED_VERSION);
        assertThat(version).hasSameSizeAs(SHIPPED_VERSION);
        return wasm.replace(SHIPPED_VERSION, version).getBytes(StandardCharsets.ISO_8859_1);
    }
}
