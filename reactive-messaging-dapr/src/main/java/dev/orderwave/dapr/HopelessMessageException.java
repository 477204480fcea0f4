package dev.orderwave.dapr;

/// No further delivery can help this message.
///
/// A message of an input binding that is nacked with this is answered without the pause that follows other failures:
/// the sooner its deliveries are used up, the sooner its queue dead-letters it and is free for the others.
public final class HopelessMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HopelessMessageException(String message) {
        super(message);
    }
}
