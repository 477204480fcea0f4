package dev.orderwave.processor.lineup;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestCache;
import java.util.Optional;
import java.util.regex.Pattern;

/// One module for each value of an attribute, of which those in use are loaded.
final class AttributeModules {
    /// A value becomes a part of a path or of a repository's name, so it must not climb out of it.
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final String attribute;
    private final GuestCache guests;

    AttributeModules(String attribute, GuestCache guests) {
        this.attribute = attribute;
        this.guests = guests;
    }

    /// Nothing for a message that lacks the attribute.
    Optional<Choice> choose(Incoming message) {
        return message.attribute(attribute).map(this::choose);
    }

    /// Looks again at what the loaded modules came from.
    void refresh() {
        guests.refresh((value, failure) -> LineupLog.LOG.notRefreshed(value, String.valueOf(failure.getMessage())));
    }

    private Choice choose(String value) {
        if (!VALUE.matcher(value).matches()) {
            return new Choice.ToLoad(() -> {
                throw new UnknownModuleException(attribute, value);
            });
        }
        return guests.loaded(value)
                .<Choice>map(Choice.Ready::new)
                .orElseGet(() -> new Choice.ToLoad(() -> load(value)));
    }

    private Guest load(String value) {
        return guests.guest(value);
    }
}
