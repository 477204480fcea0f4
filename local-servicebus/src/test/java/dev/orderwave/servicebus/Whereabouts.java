package dev.orderwave.servicebus;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Where each message may be, by the answers that clients got. While an answer is missing, it may be where it was or
/// where it was to be.
final class Whereabouts {
    enum Place {
        NOWHERE,
        SCHEDULED,
        ACTIVE,
        DEFERRED,
        DEAD_LETTERED
    }

    private final Map<String, Claim> claims = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();

    /// A client does something that takes these messages from where they are to one of the given places. A message that
    /// somebody else has moved on before the answer came stays where that took it.
    void move(List<String> messages, Set<Place> from, Set<Place> to, Runnable action) {
        var between = EnumSet.copyOf(from);
        between.addAll(to);
        var unanswered = new Claim(between);
        var answered = new Claim(to);
        messages.forEach(message -> claims.put(message, unanswered));
        action.run();
        messages.forEach(message -> claims.replace(message, unanswered, answered));
        answers.incrementAndGet();
    }

    int answers() {
        return answers.get();
    }

    /// What is not as it should be, one line each, by the messages that were found and where.
    List<String> differences(Map<String, List<Place>> found) {
        assertKnown(found);
        return claims.entrySet().stream()
                .filter(message ->
                        !isAsExpected(message.getValue().places, found.getOrDefault(message.getKey(), List.of())))
                .map(message -> "%s should be in one of %s, is in %s"
                        .formatted(message.getKey(), message.getValue().places, found.get(message.getKey())))
                .toList();
    }

    private void assertKnown(Map<String, List<Place>> found) {
        if (!claims.keySet().containsAll(found.keySet())) {
            throw new AssertionError("found messages that nobody sent: " + found.keySet());
        }
    }

    private static boolean isAsExpected(Set<Place> allowed, List<Place> found) {
        return switch (found.size()) {
            case 0 -> allowed.contains(Place.NOWHERE);
            case 1 -> allowed.contains(found.getFirst());
            default -> false;
        };
    }

    /// Every claim is another one, even for the same places.
    private static final class Claim {
        private final Set<Place> places;

        Claim(Set<Place> places) {
            this.places = places;
        }
    }
}
