package dev.orderwave.ledger;

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

    public String app() {
        return app;
    }

    public String queue() {
        return queue;
    }
}
