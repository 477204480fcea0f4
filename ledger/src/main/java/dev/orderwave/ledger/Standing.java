package dev.orderwave.ledger;

/// What the traces of an order add up to; the worst first, as they are reported.
public enum Standing {
    /// Nowhere, though it was sent.
    UNACCOUNTED("unaccounted"),
    /// More than one thing: two blobs, or a blob and a copy that was delivered again.
    SEVERAL("in several places"),
    DEAD_LETTERED("dead-lettered"),
    QUEUED("queued"),
    REJECTED("rejected"),
    DELIVERED("delivered");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// Whether an order may stay like this for ever.
    public boolean isEnding() {
        return this == DELIVERED || this == REJECTED;
    }
}
