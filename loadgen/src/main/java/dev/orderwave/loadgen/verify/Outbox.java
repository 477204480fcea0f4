package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.order.Delivery;

/// Where a receiver writes what it made of an order; [dev.orderwave.ledger.BlobName] says how its blobs are named.
public enum Outbox {
    EXPRESS("express"),
    STANDARD("standard");

    private final String stage;

    Outbox(String stage) {
        this.stage = stage;
    }

    public String container() {
        return stage + "-outbox";
    }

    /// Its name in what a run has shown.
    public String stage() {
        return stage;
    }

    static Outbox of(Delivery delivery) {
        return switch (delivery) {
            case EXPRESS -> EXPRESS;
            case STANDARD -> STANDARD;
        };
    }
}
