package dev.orderwave.loadgen.dataset;

import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;

/// The orders of one wave, in the sequence in which they are sent. Their ids rise, so no two share one:
/// the id names the blob that an order ends as.
///
/// Orders are kept as their lines of JSON and read when they are asked for: 100,000 take about 60 MB.
public final class DataSet {

    private final Manifest manifest;
    private final List<byte[]> lines;
    private final int[] ids;

    DataSet(Manifest manifest, List<byte[]> lines, int[] ids) {
        this.manifest = manifest;
        this.lines = lines;
        this.ids = ids;
    }

    /// @throws IllegalArgumentException if there is no order in it
    public static DataSet from(OrderGenerator generator, int count) {
        var builder = new DataSetBuilder();
        generator.stream(count).map(Order::toJson).forEach(builder::add);
        return builder.build(generator.seed());
    }

    /// What tells this data set from every other.
    public Manifest manifest() {
        return manifest;
    }

    public long seed() {
        return manifest.seed();
    }

    public int size() {
        return lines.size();
    }

    /// The message of an order, as it is sent; not to be changed.
    ///
    /// @param index from 0
    public byte[] json(int index) {
        return lines.get(index);
    }

    /// @param index from 0
    public int orderId(int index) {
        return ids[index];
    }

    /// Where in the sequence an order is; empty if it is not in this data set.
    public OptionalInt indexOf(int orderId) {
        int index = Arrays.binarySearch(ids, orderId);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// A view that reads an order's line whenever it is asked for the order.
    public List<Order> orders() {
        return new Orders();
    }

    private final class Orders extends AbstractList<Order> implements RandomAccess {

        @Override
        public Order get(int index) {
            return Order.fromJson(json(index));
        }

        @Override
        public int size() {
            return lines.size();
        }
    }
}
