package dev.orderwave.benchmarks.start;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.benchmarks.suite.MeasuredSuite;
import dev.orderwave.loadgen.order.Delivery;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.local.App;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Starts each service of each contestant again and again, in turns, in a suite that is up otherwise.
///
/// @param starts of each; one more goes before them and does not count, because it reads the program from the disk
public record StartBench(int starts) {
    private static final long SEED = 42;
    private static final int ENOUGH = 100;

    /// @param news told in a line what is measured now
    public List<Start> run(Consumer<String> news) {
        var all = new ArrayList<Start>();
        for (var contestant : Contestant.values()) {
            news.accept("%s: %d starts of each service".formatted(contestant.label(), starts));
            try (var suite = MeasuredSuite.start(contestant)) {
                for (int start = 0; start <= starts; start++) {
                    var counts = start > 0;
                    Stream.of(App.values())
                            .map(app -> start(contestant, suite, app))
                            .filter(_ -> counts)
                            .forEach(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private static Start start(Contestant contestant, MeasuredSuite suite, App app) {
        var message = order(app).toJson();
        return new FirstOrder(suite.suite().app(app), binding(app), message).measure(contestant);
    }

    private static Order order(App app) {
        var delivery = app == App.RECEIVER_STANDARD ? Delivery.STANDARD : Delivery.EXPRESS;
        return OrderGenerator.seeded(SEED).stream(ENOUGH)
                .filter(order -> order.delivery() == delivery)
                .findFirst()
                .orElseThrow();
    }

    private static String binding(App app) {
        return switch (app) {
            case DISTRIBUTOR -> "q-order-ingress";
            case RECEIVER_EXPRESS -> "q-order-express-in";
            case RECEIVER_STANDARD -> "q-order-standard-in";
        };
    }
}
