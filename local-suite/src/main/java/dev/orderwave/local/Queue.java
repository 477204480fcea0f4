package dev.orderwave.local;

/// The queues that orders pass.
public enum Queue {
    INGRESS("q-order-ingress"),
    EXPRESS("q-order-express"),
    STANDARD("q-order-standard");

    private final String id;

    Queue(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
