package dev.orderwave.ledger.cli;

import dev.orderwave.azure.AzureException;
import dev.orderwave.ledger.LedgerException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells an expected fault in one line; anything else is a bug and keeps its stack trace.
final class FaultReport implements IExecutionExceptionHandler {

    static final int ENVIRONMENT_FAULT = 3;

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        return switch (fault) {
            case AzureException azure -> tell(azure, command);
            case LedgerException absent -> tell(absent, command);
            default -> throw fault;
        };
    }

    private static int tell(RuntimeException fault, CommandLine command) {
        command.getErr().println("orderwave: " + fault.getMessage());
        return ENVIRONMENT_FAULT;
    }
}
