package dev.orderwave.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/// What a service's clock said between two moments of this machine's clock.
///
/// @param asked before the request was sent
/// @param told the `Date` of the answer: a whole second, rounded down
/// @param answered after the answer had come
public record ClockReading(Instant asked, Instant told, Instant answered) {

    static ClockReading of(Instant asked, HttpHeaders answer, Instant answered) {
        var date = String.valueOf(answer.getValue(HttpHeaderName.DATE));
        try {
            return new ClockReading(
                    asked,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    answered);
        } catch (DateTimeParseException none) {
            throw new IllegalStateException("an answer has the date \"%s\", which is none".formatted(date), none);
        }
    }
}
