package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.AzureException;
import dev.orderwave.loadgen.dataset.DataSetException;
import dev.orderwave.loadgen.result.RunFileException;
import dev.orderwave.loadgen.schedule.ScheduleException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells an expected fault in one line; anything else is a bug and keeps its stack trace.
public final class FaultReport implements IExecutionExceptionHandler {

    static final int ENVIRONMENT_FAULT = 3;

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        return switch (fault) {
            case AzureException azure -> tell(azure, command);
            case DataSetException dataSet -> tell(dataSet, command);
            case RunFileException file -> tell(file, command);
            case ScheduleException schedule -> tell(schedule, command);
            default -> throw fault;
        };
    }

    private static int tell(RuntimeException fault, CommandLine command) {
        command.getErr().println("loadgen: " + fault.getMessage());
        return ENVIRONMENT_FAULT;
    }
}
