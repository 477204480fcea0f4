package dev.orderwave.loadgen;

import dev.orderwave.loadgen.cli.CancelCommand;
import dev.orderwave.loadgen.cli.FaultReport;
import dev.orderwave.loadgen.cli.GenerateCommand;
import dev.orderwave.loadgen.cli.ReportCommand;
import dev.orderwave.loadgen.cli.RunCommand;
import dev.orderwave.loadgen.cli.ScheduleCommand;
import dev.orderwave.loadgen.cli.ServeCommand;
import dev.orderwave.loadgen.cli.VerifyCommand;
import dev.orderwave.loadgen.cli.WatchCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program: `loadgen generate`, then `schedule`, then `watch`, then `verify`.
@Command(
        name = "loadgen",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes, schedules, watches and verifies waves of orders.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, and what was verified is clean",
            "1:verified, and not clean",
            "2:wrong usage",
            "3:storage, bus or data set is absent or refuses"
        },
        subcommands = {
            GenerateCommand.class,
            ScheduleCommand.class,
            CancelCommand.class,
            WatchCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            RunCommand.class,
            ServeCommand.class
        })
@QuarkusMain
public final class Loadgen {

    private Loadgen() {}

    public static void main(String[] args) {
        keepNoLogs();
        System.exit(commandLine().execute(args));
    }

    /// Quarkus keeps what is logged, at every level, until it has started, and only `serve` starts it. Among what is
    /// logged is every frame from the bus, more than a kilobyte for each order that is looked at.
    private static void keepNoLogs() {
        Logger.getLogger("").setLevel(Level.OFF);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Loadgen()).setExecutionExceptionHandler(new FaultReport());
    }
}
