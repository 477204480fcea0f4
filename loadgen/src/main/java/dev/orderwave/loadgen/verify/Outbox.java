package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.order.Delivery;

/// Where a receiver writes what it made of an order; [dev.orderwave.ledger.BlobName] says how its blobs are named.
public enum Outbox {
    EXPRESS("express-outbox"),
    STANDARD("standard-outbox");

    private final String container;

    Outbox(String container) {
        this.container = container;
    }

    public String container() {
        return container;
    }

    static Outbox of(Delivery delivery) {
        return switch (delivery) {
            case EXPRESS -> EXPRESS;
            case STANDARD -> STANDARD;
        };
    }
}
