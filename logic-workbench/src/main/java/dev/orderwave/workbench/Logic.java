package dev.orderwave.workbench;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// `./orderwave logic`: the tools for those who write modules.
@Command(
        name = "./orderwave logic",
        description = "Starts, tests, runs and ships modules: what an order means, in WebAssembly.",
        mixinStandardHelpOptions = true,
        subcommands = {NewCommand.class, TestCommand.class, RunCommand.class, PushCommand.class})
public final class Logic {

    private Logic() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// Whatever goes wrong ends as one line.
    static CommandLine commandLine() {
        return new CommandLine(new Logic())
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
