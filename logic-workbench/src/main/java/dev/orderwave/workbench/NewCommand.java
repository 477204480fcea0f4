package dev.orderwave.workbench;

import dev.orderwave.conformance.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `logic new`: a folder that builds a module and passes `logic test`, to be changed from there.
@Command(
        name = "new",
        description = "Writes a starting point: a module that builds and passes, to be changed from there.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "What the module is called, like my-router.")
    private String name = "";

    @Option(
            names = "--lang",
            required = true,
            paramLabel = "LANGUAGE",
            converter = LanguageName.class,
            completionCandidates = LanguageName.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Language language = Language.RUST;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            converter = RoleName.class,
            completionCandidates = RoleName.class,
            description = "One of ${COMPLETION-CANDIDATES}; default: NAME if it is one, else order-router.")
    private @Nullable Role role;

    @Option(names = "--dir", paramLabel = "FOLDER", description = "The folder to write; default: NAME, here.")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var renaming = new Renaming(language, role(), new ModuleName(name));
        var target = Optional.ofNullable(folder).orElse(Path.of(name));
        refuseToOverwrite(target);

        new StartingPoint(renaming).write(target);
        var next = new NextCommands(renaming, target);
        next.writeReadme();

        var out = spec.commandLine().getOut();
        out.println(
                "%s is a module in %s for the role %s. Next:".formatted(target, renaming.language(), renaming.role()));
        out.println();
        out.print(next.text().indent(2));
        out.flush();
    }

    private Role role() {
        return Optional.ofNullable(role).or(() -> Role.named(name)).orElse(Role.ORDER_ROUTER);
    }

    private static void refuseToOverwrite(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        try (var files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw new WorkbenchException(target + " is not empty; choose another name, or another folder by --dir");
            }
        } catch (IOException e) {
            throw new WorkbenchException("cannot write to %s: %s".formatted(target, e));
        }
    }
}
