package dev.orderwave.queuewatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which queue is watched, and how patiently.
@ConfigMapping(prefix = "orderwave.queue-watch")
public interface QueueWatchConfig {
    /// Where the namespace answers HTTP: `https://NAMESPACE.servicebus.windows.net`. Without it nothing is watched.
    Optional<URI> endpoint();

    /// Signs the questions; its key needs the right `Manage`. Without it the pod's workload identity does, and where
    /// there is none they go unsigned, which the local Service Bus accepts.
    Optional<String> connectionString();

    /// The queue.
    String queue();

    /// The input binding that reads the queue.
    String binding();

    /// How often the queue is asked.
    @WithDefault("15s")
    Duration interval();

    /// How long nothing may come although something waits. A new link takes some ten seconds; less would cut it off.
    @WithDefault("60s")
    Duration patience();
}
