package dev.orderwave.servicebus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// The command line of [LocalServiceBusMain].
final class Arguments {
    static final String USAGE = "usage: local-servicebus [--port N] [--statistics-port N] [--journal DIR] --queue "
            + QueueArgument.FORMAT + " ...";
    private static final int DEFAULT_PORT = 5672;
    private static final int DEFAULT_STATISTICS_PORT = 5300;

    private Arguments() {}

    /// Reads the arguments; throws [IllegalArgumentException] with one line that says which is wrong.
    static LocalServiceBusConfig parse(String... arguments) {
        var port = DEFAULT_PORT;
        var statisticsPort = DEFAULT_STATISTICS_PORT;
        var journal = Optional.<Path>empty();
        var queues = new ArrayList<QueueConfig>();
        for (var index = 0; index < arguments.length; index += 2) {
            var option = arguments[index];
            if (index + 1 == arguments.length) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            var value = arguments[index + 1];
            switch (option) {
                case "--port" -> port = number(option, value);
                case "--statistics-port" -> statisticsPort = number(option, value);
                case "--journal" -> journal = Optional.of(Path.of(value));
                case "--queue" -> queues.add(QueueArgument.parse(value));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new LocalServiceBusConfig(port, statisticsPort, queues, journal);
    }

    static int number(String what, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " must be a whole number, was \"" + value + "\"", e);
        }
    }
}
