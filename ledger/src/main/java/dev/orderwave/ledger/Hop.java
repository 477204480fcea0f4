package dev.orderwave.ledger;

import java.util.Arrays;
import java.util.Optional;

/// A service and the queue that it reads, upstream first.
public enum Hop {
    DISTRIBUTOR("distributor", "q-order-ingress"),
    RECEIVER_EXPRESS("receiver-express", "q-order-express"),
    RECEIVER_STANDARD("receiver-standard", "q-order-standard");

    private final String app;
    private final String queue;

    Hop(String app, String queue) {
        this.app = app;
        this.queue = queue;
    }

    /// Empty if no service has this app id.
    public static Optional<Hop> ofApp(String app) {
        return Arrays.stream(values()).filter(hop -> hop.app.equals(app)).findFirst();
    }

    /// Empty if no service reads a queue of this name.
    public static Optional<Hop> ofQueue(String queue) {
        return Arrays.stream(values()).filter(hop -> hop.queue.equals(queue)).findFirst();
    }

    public String app() {
        return app;
    }

    public String queue() {
        return queue;
    }
}
