package dev.orderwave.loadgen.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Moments as people write them: `15:30` or `15:30:05` today, here; or a date and time with its offset from UTC.
final class MomentConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : ZonedDateTime.now(ZoneId.systemDefault())
                            .with(LocalTime.parse(text))
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException(
                    "'" + text + "' is not a time such as 15:30, 15:30:05 or 2030-01-31T15:30:05Z");
        }
    }
}
