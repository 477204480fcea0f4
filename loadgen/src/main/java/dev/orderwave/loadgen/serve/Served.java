package dev.orderwave.loadgen.serve;

import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import picocli.CommandLine;

/// Wires what is served to what the command line named.
final class Served {

    @Produces
    @Singleton
    TestData testData(@CommandLineArguments String[] arguments) {
        var options = CommandLine.populateCommand(new ServeOptions(), arguments);
        return new TestData(options.storage(), options.bus(), options.queue(), options.traces());
    }

    void close(@Disposes TestData testData) {
        testData.close();
    }
}
