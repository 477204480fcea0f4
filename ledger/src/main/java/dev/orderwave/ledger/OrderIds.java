package dev.orderwave.ledger;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The orders that should be somewhere.
public record OrderIds(Set<String> ids) {

    private static final Pattern RANGES = Pattern.compile("\\d{1,9}(-\\d{1,9})?(,\\d{1,9}(-\\d{1,9})?)*");

    public OrderIds {
        ids = Set.copyOf(ids);
    }

    public static OrderIds of(Collection<Integer> ids) {
        return new OrderIds(ids.stream().map(id -> Integer.toString(id)).collect(Collectors.toUnmodifiableSet()));
    }

    /// Both ends included.
    public static OrderIds range(int first, int last) {
        if (last < first) {
            throw new IllegalArgumentException(
                    "orders %d-%d are none: the first is larger than the last".formatted(first, last));
        }
        return of(IntStream.rangeClosed(first, last).boxed().toList());
    }

    /// @param ranges such as `1-10000` or `1-500,900,1000-2000`
    public static OrderIds parse(String ranges) {
        if (!RANGES.matcher(ranges).matches()) {
            throw new IllegalArgumentException(
                    "'%s' names no orders: write 1-10000, or 1-500,900,1000-2000".formatted(ranges));
        }
        var all = new LinkedHashSet<String>();
        for (var range : ranges.split(",", -1)) {
            var ends = range.split("-", -1);
            all.addAll(range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).ids);
        }
        return new OrderIds(all);
    }

    /// @param lines one id each; blank ones do not count
    public static OrderIds ofLines(Stream<String> lines) {
        return new OrderIds(
                lines.map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }
}
