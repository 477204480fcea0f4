package dev.orderwave.ledger;

import java.time.Instant;
import java.util.Set;

/// An order that left the way without becoming its blob, and can be put back.
public sealed interface Stray permits RejectedEntry, DeadLetter {

    /// What a person may call it by: its message id, and the name of its entry if it has one.
    Set<String> names();

    /// Why it is here.
    String reason();

    /// Who put it here: the app that rejected it, or the queue that gave it up.
    String place();

    /// The digest of the module that rejected it; empty if none is known.
    String moduleDigest();

    /// When it came here, or as near to that as can be told.
    Instant since();

    /// The message, to the last byte.
    byte[] message();
}
