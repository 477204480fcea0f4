package dev.orderwave.servicebus;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/// The value of one `--queue`: the name and what every queue has, then what few have, by name.
final class QueueArgument {
    static final String FORMAT = "name[:lockSeconds[:maxDeliveryCount]][,time-to-live=DURATION]"
            + "[,dead-letter-expired][,duplicate-window=DURATION][,max-message-kib=N][,redelivery-pause=DURATION]";
    private static final int KIB = 1024;

    private QueueArgument() {}

    /// Throws [IllegalArgumentException] with one line that says what is wrong.
    static QueueConfig parse(String value) {
        var settings = value.split(",", -1);
        var parts = settings[0].split(":", -1);
        if (parts.length > 3) {
            throw new IllegalArgumentException("--queue must be " + FORMAT + ", was \"" + value + "\"");
        }
        var queue = QueueConfig.named(parts[0]);
        if (parts.length > 1) {
            queue = queue.withLockDuration(
                    Duration.ofSeconds(Arguments.number("lock seconds of --queue " + value, parts[1])));
        }
        if (parts.length > 2) {
            queue = queue.withMaxDeliveryCount(Arguments.number("max delivery count of --queue " + value, parts[2]));
        }
        for (var index = 1; index < settings.length; index++) {
            queue = with(settings[index], queue);
        }
        return queue;
    }

    private static QueueConfig with(String setting, QueueConfig queue) {
        var equals = setting.indexOf('=');
        var name = equals < 0 ? setting : setting.substring(0, equals);
        var value = equals < 0 ? "" : setting.substring(equals + 1);
        var what = name + " of --queue " + queue.name();
        return switch (name) {
            case "time-to-live" -> queue.withDefaultTimeToLive(duration(what, value));
            case "dead-letter-expired" -> queue.withDeadLetteringOnExpiration();
            case "duplicate-window" -> queue.withDuplicateDetection(duration(what, value));
            case "redelivery-pause" -> queue.withRedeliveryPause(duration(what, value));
            case "max-message-kib" -> queue.withMaxMessageBytes(Math.multiplyExact(KIB, Arguments.number(what, value)));
            default ->
                throw new IllegalArgumentException(
                        "--queue " + queue.name() + " has no setting \"" + setting + "\", only " + FORMAT);
        };
    }

    private static Duration duration(String what, String value) {
        try {
            return Duration.parse("PT" + value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    what + " must be a duration such as 30s, 10m or 1h, was \"" + value + "\"", e);
        }
    }
}
