package dev.orderwave.loadgen.order;

/// One line of an order. A quantity of 0 is legal: the line stays in the order, nothing is picked for it.
public record OrderItem(int orderItemId, String sku, int quantity) {

    static final int SKU_LENGTH = 13;
    static final int MAX_QUANTITY = 10;

    public OrderItem {
        if (orderItemId <= 0) {
            throw new IllegalArgumentException("orderItemId must be positive, was " + orderItemId);
        }
        if (sku.length() != SKU_LENGTH) {
            throw new IllegalArgumentException("sku must have 13 characters, was \"" + sku + "\"");
        }
        if (quantity < 0 || quantity > MAX_QUANTITY) {
            throw new IllegalArgumentException("quantity must be 0 to 10, was " + quantity);
        }
    }
}
