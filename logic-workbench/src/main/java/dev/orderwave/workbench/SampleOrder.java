package dev.orderwave.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// An order as they usually come. Costs are measured with it, and `logic new` puts it beside the module.
final class SampleOrder {

    static final String FILE = "order.json";

    private SampleOrder() {}

    static byte[] bytes() {
        try (var order = SampleOrder.class.getResourceAsStream("/" + FILE)) {
            return Objects.requireNonNull(order, FILE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
