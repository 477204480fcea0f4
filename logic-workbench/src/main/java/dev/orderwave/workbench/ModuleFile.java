package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A module as a file.
///
/// @param name the file's name without `.wasm`
/// @param wasm not to be changed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ModuleFile(String name, byte[] wasm) {

    private static final String EXTENSION = ".wasm";
    private static final byte[] MAGIC = {0, 'a', 's', 'm'};

    /// @throws WorkbenchException if there is no such file
    static ModuleFile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new WorkbenchException("%s is a folder; name the %s file in it".formatted(file, EXTENSION));
        }
        try {
            var size = Files.size(file);
            if (size > Limits.DEFAULT.maxModuleBytes()) {
                throw new WorkbenchException(
                        "%s has %,d bytes, a module may have %,d; build it for release and strip it"
                                .formatted(file, size, Limits.DEFAULT.maxModuleBytes()));
            }
            return new ModuleFile(nameOf(file), webAssembly(file));
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(file + " is not there; build the module first, or check the path");
        } catch (IOException e) {
            throw new WorkbenchException("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    /// In the sandbox that a service has: the usual limits, a new instance per message, nothing but these outputs.
    Guest load(Set<String> outputs) {
        return Guest.load(source(), Sandbox.granting(outputs));
    }

    ModuleSource source() {
        return ModuleSource.compiledAtLoad(name, wasm);
    }

    /// The role that the file is named after, as the modules of the project are.
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

    private static byte[] webAssembly(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new WorkbenchException(
                    file + " is not WebAssembly; name the %s file that the compiler wrote".formatted(EXTENSION));
        }
        return bytes;
    }

    private static String nameOf(Path file) {
        var name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
