package dev.orderwave.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which of the strays are meant: those to which all of this applies.
///
/// @param names message ids or names of entries; none of them means any
/// @param reason found somewhere in the reason
/// @param place the app that rejected it, or the queue that gave it up; empty means any
/// @param module what the digest of the module begins with
/// @param from,until when it came
public record Selection(
        Set<String> names,
        Optional<Pattern> reason,
        Optional<String> place,
        String module,
        Instant from,
        Instant until) {

    public Selection {
        names = Set.copyOf(names);
    }

    public static Selection everything() {
        return new Selection(Set.of(), Optional.empty(), Optional.empty(), "", Instant.EPOCH, Instant.MAX);
    }

    public Selection named(String... some) {
        return new Selection(Set.of(some), reason, place, module, from, until);
    }

    public Selection because(String pattern) {
        return new Selection(names, Optional.of(Pattern.compile(pattern)), place, module, from, until);
    }

    boolean includes(Stray stray) {
        return (names.isEmpty() || stray.names().stream().anyMatch(names::contains))
                && reason.map(pattern -> pattern.matcher(stray.reason()).find()).orElse(true)
                && includesPlace(stray.place())
                && stray.moduleDigest().startsWith(module)
                && !stray.since().isBefore(from)
                && !stray.since().isAfter(until);
    }

    boolean includesPlace(String candidate) {
        return place.map(candidate::equals).orElse(true);
    }
}
