package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.serve.ServeOptions;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `loadgen serve`: generates and schedules by HTTP, until it is stopped.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Generates and schedules by HTTP; GET /openapi says how.")
public final class ServeCommand implements Runnable {

    @Mixin
    private final ServeOptions options = new ServeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        // A missing connection is wrong usage, which is told here and not by a server that fails to start.
        options.storage();
        options.bus();
        options.traces().close();
        System.setProperty("quarkus.http.host", options.host());
        System.setProperty("quarkus.http.port", Integer.toString(options.port()));
        var arguments = spec.commandLine().getParseResult().originalArgs();
        Quarkus.run(arguments.stream().skip(1).toArray(String[]::new));
    }
}
