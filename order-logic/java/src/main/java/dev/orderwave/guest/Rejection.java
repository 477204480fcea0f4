package dev.orderwave.guest;

import dev.orderwave.json.RawJson;
import java.util.Optional;

/// Says that a message is not acceptable, and why.
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Optional<RawJson> shown;

    public Rejection(String reason) {
        this(reason, Optional.empty());
    }

    /// @param reason that ends where the value is to be shown
    public Rejection(String reason, RawJson shown) {
        this(reason, Optional.of(shown));
    }

    private Rejection(String reason, Optional<RawJson> shown) {
        super(reason, null, false, false);
        this.reason = reason;
        this.shown = shown;
    }

    /// The same, said of a part of the message.
    public Rejection in(String part) {
        return new Rejection(part + reason, shown);
    }

    Verdict.Reject verdict() {
        return new Verdict.Reject(reason, shown);
    }
}
