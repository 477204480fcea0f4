package dev.orderwave.servicebus.internal.amqp;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Sender;
import org.jspecify.annotations.Nullable;

/// What the address of a link names. Case does not matter, and a full URL means the same as its path:
/// the SDKs write `q/$deadletterqueue`, `q/$DeadLetterQueue` and `amqps://localhost:5672/q` as they please.
sealed interface NodeAddress {
    /// Where clients present their tokens.
    record Cbs() implements NodeAddress {}

    /// A queue or its dead-letter queue.
    record Entity(String queue, boolean deadLetter) implements NodeAddress {
        @Override
        public String toString() {
            return deadLetter ? queue + DEAD_LETTER_QUEUE : queue;
        }
    }

    /// Where an entity takes requests.
    record Management(Entity entity) implements NodeAddress {}

    Pattern ORIGIN = Pattern.compile("^[a-z]+://[^/]*");
    String MANAGEMENT = "/$management";
    String DEAD_LETTER_QUEUE = "/$deadletterqueue";

    /// What the broker's end of a link is: the source of what it sends, the target of what it receives.
    static NodeAddress of(Link link) {
        if (link instanceof Sender) {
            return of(link.getSource() == null ? null : link.getSource().getAddress());
        }
        return of(link.getTarget() == null ? null : link.getTarget().getAddress());
    }

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

    /// Whether this is the entity itself or its `$management`.
    default boolean isOf(Entity entity) {
        return switch (this) {
            case Cbs() -> false;
            case Entity itself -> itself.equals(entity);
            case Management(var managed) -> managed.equals(entity);
        };
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
