package dev.orderwave.loadgen.order;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// An order as a customer would place it. Always valid: what the suite must reject is not made here.
///
/// The names and their sequence here are those of the JSON, so one order has exactly one text.
public record Order(
        int orderId,
        UUID orderGuid,
        String description,
        String firstName,
        String lastName,
        Delivery delivery,
        List<OrderItem> items) {

    static final int MAX_ITEMS = 10;

    private static final Pattern FIVE_WORD_SLUG = Pattern.compile("[a-z]+(-[a-z]+){4}");

    public Order {
        if (orderId <= 0) {
            throw new IllegalArgumentException("orderId must be positive, was " + orderId);
        }
        if (!FIVE_WORD_SLUG.matcher(description).matches()) {
            throw new IllegalArgumentException(
                    "description must be five words joined by hyphens, was \"" + description + "\"");
        }
        if (firstName.isBlank() || lastName.isBlank()) {
            throw new IllegalArgumentException("order " + orderId + " needs a first and a last name");
        }
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("an order has 1 to 10 items, order " + orderId + " has " + items.size());
        }
        items = List.copyOf(items);
    }

    Order withDescription(String other) {
        return new Order(orderId, orderGuid, other, firstName, lastName, delivery, items);
    }

    /// The message and line of the data set: compact JSON in UTF-8.
    public byte[] toJson() {
        return OrderJson.write(this);
    }

    /// Reads what [#toJson()] writes.
    ///
    /// @throws IllegalArgumentException if the text is not exactly one valid order
    public static Order fromJson(byte[] json) {
        return OrderJson.read(json);
    }
}
