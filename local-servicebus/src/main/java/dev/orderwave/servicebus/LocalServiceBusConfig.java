package dev.orderwave.servicebus;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a [LocalServiceBus] offers and where: only ever on this machine's loopback address.
///
/// @param port of AMQP; 0 takes any free port
/// @param statisticsPort of the statistics over HTTP; 0 takes any free port
/// @param queues all queues there will be: none is created later
/// @param journal the folder where messages outlive the bus; without it they are in memory only
public record LocalServiceBusConfig(int port, int statisticsPort, List<QueueConfig> queues, Optional<Path> journal) {
    private static final int MAX_PORT = 65_535;

    public LocalServiceBusConfig {
        requirePort("port", port);
        requirePort("statistics port", statisticsPort);
        queues = List.copyOf(queues);
        if (queues.isEmpty()) {
            throw new IllegalArgumentException("at least one queue is needed");
        }
        var names = new HashSet<String>();
        for (var queue : queues) {
            if (!names.add(queue.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("queue " + queue.name() + " is configured twice");
            }
        }
    }

    /// In memory only.
    public LocalServiceBusConfig(int port, int statisticsPort, List<QueueConfig> queues) {
        this(port, statisticsPort, queues, Optional.empty());
    }

    public LocalServiceBusConfig withJournal(Path folder) {
        return new LocalServiceBusConfig(port, statisticsPort, queues, Optional.of(folder));
    }

    /// These queues on free ports, as tests want it.
    public static LocalServiceBusConfig onFreePorts(QueueConfig... queues) {
        return new LocalServiceBusConfig(0, 0, List.of(queues));
    }

    private static void requirePort(String what, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(what + " must be 0 to " + MAX_PORT + ", was " + port);
        }
    }
}
