package dev.orderwave.workbench;

import dev.orderwave.modules.ModuleStoreConfig;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// `./orderwave logic`: the tools for those who write modules.
@Command(
        name = "./orderwave logic",
        description = "Starts, tests, runs and ships modules: what an order means, in WebAssembly.",
        mixinStandardHelpOptions = true)
public final class Logic {

    private Logic() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(ModuleStoreConfig.defaults()).execute(arguments));
    }

    /// Whatever goes wrong ends as one line.
    ///
    /// @param store how modules of registries are fetched and pushed
    static CommandLine commandLine(ModuleStoreConfig store) {
        return new CommandLine(new Logic())
                .addSubcommand(new NewCommand())
                .addSubcommand(new TestCommand(store))
                .addSubcommand(new RunCommand(store))
                .addSubcommand(new PushCommand(store))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr()
                            .println(Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString));
                    return ExitCode.SOFTWARE;
                })
                .setParameterExceptionHandler((failure, _) -> {
                    var command = failure.getCommandLine();
                    var name = command.getCommandSpec().qualifiedName();
                    command.getErr().println("%s; see %s --help".formatted(failure.getMessage(), name));
                    return ExitCode.USAGE;
                });
    }
}
