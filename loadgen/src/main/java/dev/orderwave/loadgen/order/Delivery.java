package dev.orderwave.loadgen.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How fast an order is to be delivered; this decides which receiver gets it.
public enum Delivery {
    @JsonProperty("Express")
    EXPRESS("Express"),
    @JsonProperty("Standard")
    STANDARD("Standard");

    private final String text;

    Delivery(String text) {
        this.text = text;
    }

    /// As written in the JSON of an order.
    public String text() {
        return text;
    }
}
