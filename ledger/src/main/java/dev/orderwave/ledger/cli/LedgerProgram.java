package dev.orderwave.ledger.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The part of `./orderwave` that accounts for orders and puts them back.
@Command(
        name = "orderwave",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Accounts for every order of a wave, and puts those back that went astray.",
        subcommands = {AuditCommand.class, RejectedCommand.class, DeadLettersCommand.class})
public final class LedgerProgram {

    private LedgerProgram() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LedgerProgram()).setExecutionExceptionHandler(new FaultReport());
    }
}
