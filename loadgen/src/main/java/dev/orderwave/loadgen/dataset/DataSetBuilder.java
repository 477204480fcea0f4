package dev.orderwave.loadgen.dataset;

import dev.orderwave.loadgen.order.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes line after line, each of which must be an order.
final class DataSetBuilder {

    private final Tally tally = new Tally();
    private final List<byte[]> lines = new ArrayList<>();
    private int[] ids = new int[1024];

    /// @throws IllegalArgumentException if the line is no order, or its id is not above the one before
    void add(byte[] line) {
        var id = Order.fromJson(line).orderId();
        int count = lines.size();
        if (count > 0 && id <= ids[count - 1]) {
            throw new IllegalArgumentException(
                    "order id %d comes after %d: ids of a data set must rise".formatted(id, ids[count - 1]));
        }
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count] = id;
        lines.add(tally.pass(line));
    }

    /// @throws IllegalArgumentException if there was no line
    DataSet build(long seed) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a data set needs at least one order");
        }
        return new DataSet(tally.manifest(seed), lines, Arrays.copyOf(ids, lines.size()));
    }
}
