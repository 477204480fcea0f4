package dev.orderwave.dapr.grpc;

import static io.netty.handler.codec.http2.Http2CodecUtil.DEFAULT_WINDOW_SIZE;

import java.util.OptionalInt;

/// What the server sent on a stream or a connection and was not yet allowed to send again (RFC 7540, 6.9). Room is
/// returned when half of it is used, not for every frame.
final class ReceiveWindow {
    private static final int RETURNED_AT = DEFAULT_WINDOW_SIZE / 2;

    private int used;

    /// The bytes that are to be returned now, if it is time.
    OptionalInt add(int bytes) {
        used += bytes;
        if (used < RETURNED_AT) {
            return OptionalInt.empty();
        }
        var returned = OptionalInt.of(used);
        used = 0;
        return returned;
    }
}
