package dev.orderwave.dapr;

/// What daprd makes of our answer to an event.
///
/// Exactly 200 completes a message. Any other status counts as a failure when the binding has a resiliency policy, even
/// 202 and 204 (`pkg/runtime/processor/binding/send.go` of Dapr 1.18), and with retries daprd posts the same event
/// again.
enum Reply {
    /// Processed: the binding completes the message.
    DONE(200),
    /// Who asks does not know the token.
    UNAUTHORIZED(401),
    /// No channel reads this binding.
    UNKNOWN(404),
    /// Only POST carries an event.
    NOT_ALLOWED(405),
    /// The payload can never be taken; the queue dead-letters it after its last delivery.
    TOO_LARGE(413),
    /// Processing failed: the binding gives the message back to its queue.
    FAILED(500),
    /// The same, and will fail again.
    HOPELESS(500),
    /// No room, or no longer: the binding gives the message back to its queue.
    REFUSED(503);

    private final int status;

    Reply(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /// Whether the message comes straight back, so that the answer had better not be quick.
    boolean isBraked() {
        return switch (this) {
            case FAILED, TOO_LARGE, UNAUTHORIZED, UNKNOWN, REFUSED -> true;
            case DONE, HOPELESS, NOT_ALLOWED -> false;
        };
    }
}
