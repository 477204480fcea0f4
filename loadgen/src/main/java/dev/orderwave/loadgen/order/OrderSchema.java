package dev.orderwave.loadgen.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// What an order is, as JSON Schema: for those who make or read orders in another language.
public final class OrderSchema {

    private static final String RESOURCE = "order.schema.json";

    private OrderSchema() {}

    public static byte[] json() {
        try (var schema = Objects.requireNonNull(OrderSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return schema.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
