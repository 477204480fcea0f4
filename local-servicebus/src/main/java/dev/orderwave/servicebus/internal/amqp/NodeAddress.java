package dev.orderwave.servicebus.internal.amqp;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the address of a link names. Case does not matter, and a full URL means the same as its path:
/// the SDKs write `q/$deadletterqueue`, `q/$DeadLetterQueue` and `amqps://localhost:5672/q` as they please.
sealed interface NodeAddress {
    /// Where clients present their tokens.
    record Cbs() implements NodeAddress {}

    /// A queue or its dead-letter queue.
    record Entity(String queue, boolean deadLetter) implements NodeAddress {}

    /// Where an entity takes requests.
    record Management(Entity entity) implements NodeAddress {}

    Pattern ORIGIN = Pattern.compile("^[a-z]+://[^/]*");
    String MANAGEMENT = "/$management";
    String DEAD_LETTER_QUEUE = "/$deadletterqueue";

    static NodeAddress of(@Nullable String address) {
        var lowerCase = String.valueOf(address).toLowerCase(Locale.ROOT);
        var path = ORIGIN.matcher(lowerCase).replaceFirst("");
        var name = path.startsWith("/") ? path.substring(1) : path;
        if (name.equals("$cbs")) {
            return new Cbs();
        }
        if (name.endsWith(MANAGEMENT)) {
            return new Management(entity(without(MANAGEMENT, name)));
        }
        return entity(name);
    }

    private static Entity entity(String name) {
        return name.endsWith(DEAD_LETTER_QUEUE)
                ? new Entity(without(DEAD_LETTER_QUEUE, name), true)
                : new Entity(name, false);
    }

    private static String without(String suffix, String name) {
        return name.substring(0, name.length() - suffix.length());
    }
}
