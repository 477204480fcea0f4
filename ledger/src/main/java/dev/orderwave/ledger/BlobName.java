package dev.orderwave.ledger;

import java.util.regex.Pattern;

/// The name of a blob in an outbox: `4711-9f86d081884c7d65`, an order id and a hash of the message that it was made
/// of. Other implementations of the receivers write a bare `4711`.
public record BlobName(String text) {
    private static final Pattern WITH_HASH = Pattern.compile("(.+)-[0-9a-f]{16}");

    /// The id of the order that the blob says it is about.
    public String orderId() {
        var match = WITH_HASH.matcher(text);
        return match.matches() ? match.group(1) : text;
    }
}
