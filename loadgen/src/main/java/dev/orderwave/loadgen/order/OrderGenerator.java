package dev.orderwave.loadgen.order;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes orders out of a seed: the same generator makes the same orders, byte for byte, on every machine.
///
/// That holds because [Random]'s algorithm is part of its specification. Two waves that share containers
/// must not share order ids, because the id names the blob: give the later wave a higher `firstOrderId`.
///
/// @param bytes so long every order's JSON is at least; 0 leaves it as it comes, about 550
public record OrderGenerator(long seed, double expressShare, int firstOrderId, int bytes) {

    /// With its properties, an order of this size still is a message of the standard tier.
    public static final int MOST_BYTES = 190_000;

    public OrderGenerator {
        if (!(expressShare >= 0 && expressShare <= 1)) {
            throw new IllegalArgumentException("the express share must be 0 to 1, was " + expressShare);
        }
        if (firstOrderId <= 0) {
            throw new IllegalArgumentException("the first order id must be positive, was " + firstOrderId);
        }
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "an order's size must be 0 to %,d bytes, was %,d".formatted(MOST_BYTES, bytes));
        }
    }

    /// Half of the orders express, ids from 1.
    public static OrderGenerator seeded(long seed) {
        return new OrderGenerator(seed, 0.5, 1, 0);
    }

    public OrderGenerator withExpressShare(double share) {
        return new OrderGenerator(seed, share, firstOrderId, bytes);
    }

    public OrderGenerator withFirstOrderId(int orderId) {
        return new OrderGenerator(seed, expressShare, orderId, bytes);
    }

    public OrderGenerator withBytes(int least) {
        return new OrderGenerator(seed, expressShare, firstOrderId, least);
    }

    public List<Order> generate(int count) {
        return stream(count).toList();
    }

    /// Makes one order after the other, as they are asked for.
    ///
    /// @throws IllegalArgumentException if ids do not reach that far
    public Stream<Order> stream(int count) {
        if (count - 1L + firstOrderId > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("%,d orders from id %,d on need ids above %,d: begin lower or make fewer"
                    .formatted(count, firstOrderId, Integer.MAX_VALUE));
        }
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(index -> filledUp(order(firstOrderId + index, random)));
    }

    /// The last word of the description takes what is missing.
    private Order filledUp(Order order) {
        if (bytes == 0) {
            return order;
        }
        int missing = Math.max(0, bytes - order.toJson().length);
        return order.withDescription(order.description() + "y".repeat(missing));
    }

    private Order order(int orderId, Random random) {
        return new Order(
                orderId,
                guid(random),
                Vocabulary.slug(random),
                Vocabulary.firstName(random),
                Vocabulary.lastName(random),
                random.nextDouble() < expressShare ? Delivery.EXPRESS : Delivery.STANDARD,
                items(random));
    }

    /// The larger of two throws decides how many: long orders are more common, and the average order takes 550 bytes.
    private static List<OrderItem> items(Random random) {
        int more = Math.max(random.nextInt(Order.MAX_ITEMS), random.nextInt(Order.MAX_ITEMS));
        return IntStream.rangeClosed(1, 1 + more)
                .mapToObj(id -> new OrderItem(id, Vocabulary.sku(random), random.nextInt(OrderItem.MAX_QUANTITY + 1)))
                .toList();
    }

    /// A version 4 UUID; [UUID#randomUUID()] would not follow the seed.
    private static UUID guid(Random random) {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low);
    }
}
