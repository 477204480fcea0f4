package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.schedule.Phase;
import dev.orderwave.loadgen.schedule.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// How the orders are spread over time, as options of which one is given at most.
final class ShapeOptions {

    private static final Pattern RATES = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\.\\.(\\d{1,9}(?:\\.\\d{1,9})?)");

    @Option(names = "--burst", description = "All orders at once; this is the default.")
    private boolean burst;

    @Option(names = "--rate", paramLabel = "N", description = "So many orders per second.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--ramp",
            paramLabel = "FROM..TO",
            description = "Orders per second at the beginning and at the end, as in 10..500.")
    private Optional<String> ramp = Optional.empty();

    @Option(
            names = "--shape",
            paramLabel = "FILE",
            description = "Phases in JSON: burst, steady, ramp and idle, one after the other and from the first again.")
    private Optional<Path> file = Optional.empty();

    boolean isGiven() {
        return burst || rate.isPresent() || ramp.isPresent() || file.isPresent();
    }

    /// @throws IllegalArgumentException if what was given is no shape
    Shape shape(int orders) {
        return file.map(ShapeOptions::read)
                .or(() -> rate.map(perSecond -> Shape.of(new Phase.Steady(orders, perSecond))))
                .or(() -> ramp.map(rates -> Shape.of(ramp(rates, orders))))
                .orElseGet(() -> Shape.of(new Phase.Burst(orders)));
    }

    private static Phase ramp(String rates, int orders) {
        var match = RATES.matcher(rates);
        if (!match.matches()) {
            throw new IllegalArgumentException("--ramp '%s' is not a pair of rates such as 10..500".formatted(rates));
        }
        return new Phase.Ramp(orders, Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)));
    }

    private static Shape read(Path file) {
        try {
            return Shape.parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "--shape %s cannot be read (%s)".formatted(file, unreadable), unreadable);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("--shape %s is %s".formatted(file, invalid.getMessage()), invalid);
        }
    }
}
