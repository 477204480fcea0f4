package dev.orderwave.ledger.cli;

import dev.orderwave.ledger.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Which ones are meant, as far as rejected orders and dead letters have it in common. What is not said is not asked.
final class SelectionOptions {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Message ids, or names of entries; default: all.")
    private List<String> names = List.of();

    @Option(names = "--reason", paramLabel = "REGEX", description = "Found somewhere in the reason.")
    private @Nullable Pattern reason;

    @Option(
            names = "--newer-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "At most so old: 30s, 10m, 2h, 1h30m.")
    private @Nullable Duration newest;

    @Option(names = "--older-than", paramLabel = "AGE", converter = Age.class, description = "At least so old.")
    private @Nullable Duration oldest;

    Selection select(@Nullable String place, String module) {
        var now = Instant.now();
        return new Selection(
                Set.copyOf(names),
                Optional.ofNullable(reason),
                Optional.ofNullable(place),
                module,
                Optional.ofNullable(newest).map(now::minus).orElse(Instant.EPOCH),
                Optional.ofNullable(oldest).map(now::minus).orElse(Instant.MAX));
    }

    private static final class Age implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text);
            } catch (DateTimeParseException malformed) {
                throw new TypeConversionException("'" + text + "' is not an age such as 30s, 10m, 2h or 1h30m");
            }
        }
    }
}
