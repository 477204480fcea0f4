package dev.orderwave.workbench;

import dev.orderwave.wasm.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Reads a module from a file, and says what is wrong if it is none.
final class ModuleFile {

    private static final String EXTENSION = ".wasm";
    private static final byte[] MAGIC = {0, 'a', 's', 'm'};

    private ModuleFile() {}

    /// The module, called what the file is called without `.wasm`.
    static NamedModule read(Path file) {
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
            return new NamedModule(nameOf(file), webAssembly(file));
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(file + " is not there; build the module first, or check the path");
        } catch (IOException e) {
            throw new WorkbenchException("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    private static byte[] webAssembly(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new WorkbenchException(
                    "%s is not WebAssembly; name the %s file that the compiler wrote".formatted(file, EXTENSION));
        }
        return bytes;
    }

    private static String nameOf(Path file) {
        var name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
