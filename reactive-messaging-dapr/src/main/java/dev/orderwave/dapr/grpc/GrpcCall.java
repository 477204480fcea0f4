package dev.orderwave.dapr.grpc;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/// One unary call, from its start until the server's status, and its stream. Belongs to the event loop of its
/// connection.
final class GrpcCall {
    private static final byte NOT_COMPRESSED = 0;
    private static final byte[] NOTHING = {};

    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private final byte[] headers;
    private final long deadline;
    private final ReceiveWindow received = new ReceiveWindow();
    /// Let go of when it was sent, which may be long before the call is over.
    private byte[] message;

    private int sent;
    private int stream;
    private int window;

    /// @param headers the encoded block
    /// @param message what the method takes, encoded
    /// @param deadline by [System#nanoTime]
    GrpcCall(byte[] headers, byte[] message, long deadline) {
        this.headers = headers;
        this.message = ByteBuffer.allocate(Byte.BYTES + Integer.BYTES + message.length)
                .put(NOT_COMPRESSED)
                .putInt(message.length)
                .put(message)
                .array();
        this.deadline = deadline;
    }

    /// Completes when the server said OK; fails with a [GrpcException].
    CompletableFuture<Void> answer() {
        return answer;
    }

    boolean isOver() {
        return answer.isDone();
    }

    byte[] headers() {
        return headers;
    }

    long deadline() {
        return deadline;
    }

    void begin(int itsStream, int itsWindow) {
        stream = itsStream;
        window = itsWindow;
    }

    /// 0 before it has begun.
    int stream() {
        return stream;
    }

    /// Bytes that the server lets this stream send; its settings can make them fewer than none.
    int window() {
        return window;
    }

    void widen(int bytes) {
        window += bytes;
    }

    ReceiveWindow received() {
        return received;
    }

    int unsent() {
        return message.length - sent;
    }

    /// Appends the next bytes of the message.
    void write(ByteBuf out, int bytes) {
        out.writeBytes(message, sent, bytes);
        window -= bytes;
        sent += bytes;
        if (unsent() == 0) {
            message = NOTHING;
            sent = 0;
        }
    }

    void succeed() {
        answer.complete(null);
    }

    void fail(GrpcException reason) {
        answer.completeExceptionally(reason);
    }
}
