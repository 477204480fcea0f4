package dev.orderwave.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What to do with a starting point: build, test, run.
record NextCommands(Renaming renaming, Path folder) {

    /// One command a line.
    String text() {
        var module = folder.resolve("modules").resolve(renaming.name().kebab() + ".wasm");
        return """
                %s
                ./orderwave logic test %s --as %s
                ./orderwave logic run %s %s
                """.formatted(
                        runnable(folder.resolve(StartingPoint.BUILD)),
                        module,
                        renaming.role(),
                        module,
                        folder.resolve(SampleOrder.FILE));
    }

    void writeReadme() {
        try {
            Files.write(folder.resolve(SampleOrder.FILE), SampleOrder.bytes());
            Files.writeString(folder.resolve("README.md"), readme());
        } catch (IOException e) {
            throw new WorkbenchException("cannot write to %s: %s".formatted(folder, e));
        }
    }

    private String readme() {
        return """
                # %s

                A module in %s for the role %s. It answers as the project's own does, until you change it.

                ```shell
                %s```

                `build.sh` needs `%s`, installs what else it needs, and writes the module to `modules`. `./orderwave` is the
                script of the project; paths are as seen from where this folder was made.
                """.formatted(
                        renaming.name().kebab(),
                        renaming.language(),
                        renaming.role(),
                        text(),
                        renaming.language().builtWith());
    }

    private static String runnable(Path script) {
        return script.isAbsolute() ? script.toString() : "./" + script;
    }
}
