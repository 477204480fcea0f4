package dev.orderwave.order;

public enum Delivery {
    EXPRESS("Express"),
    STANDARD("Standard");

    private final String word;

    Delivery(String word) {
        this.word = word;
    }

    /// As it stands in an order.
    public String word() {
        return word;
    }
}
