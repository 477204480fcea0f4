package dev.orderwave.dapr.grpc;

import static io.netty.handler.codec.http2.Http2CodecUtil.DEFAULT_MAX_FRAME_SIZE;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;

/// The frames that a client of unary calls sends (RFC 7540, 6). What is written in one turn of the event loop goes out
/// in one piece, at its end.
final class FrameWriter {
    private static final Http2Flags NONE = new Http2Flags();
    private static final Http2Flags ACK = new Http2Flags().ack(true);
    private static final Http2Flags END_STREAM = new Http2Flags().endOfStream(true);
    private static final Http2Flags END_HEADERS = new Http2Flags().endOfHeaders(true);
    private static final int FIRST_SIZE = 4096;

    private final ChannelHandlerContext context;
    private final Runnable flush = this::flush;
    private ByteBuf out = Unpooled.EMPTY_BUFFER;
    private int largestFrame = DEFAULT_MAX_FRAME_SIZE;

    FrameWriter(ChannelHandlerContext context) {
        this.context = context;
    }

    /// The server's setting; no frame may carry more bytes.
    void largestFrame(int bytes) {
        largestFrame = bytes;
    }

    int largestFrame() {
        return largestFrame;
    }

    /// What a connection begins with. Nothing is to be pushed to this client.
    void preface() {
        out().writeBytes(Http2CodecUtil.connectionPrefaceBuf());
        begin(Http2FrameTypes.SETTINGS, NONE, 0, Http2CodecUtil.SETTING_ENTRY_LENGTH)
                .writeShort(Http2CodecUtil.SETTINGS_ENABLE_PUSH)
                .writeInt(0);
    }

    void acknowledgeSettings() {
        begin(Http2FrameTypes.SETTINGS, ACK, 0, 0);
    }

    void answerPing(long content) {
        begin(Http2FrameTypes.PING, ACK, 0, Http2CodecUtil.PING_FRAME_PAYLOAD_LENGTH)
                .writeLong(content);
    }

    /// @param stream 0 for the connection
    void returnWindow(int stream, int bytes) {
        begin(Http2FrameTypes.WINDOW_UPDATE, NONE, stream, Http2CodecUtil.INT_FIELD_LENGTH)
                .writeInt(bytes);
    }

    void cancel(int stream) {
        begin(Http2FrameTypes.RST_STREAM, NONE, stream, Http2CodecUtil.INT_FIELD_LENGTH)
                .writeInt((int) Http2Error.CANCEL.code());
    }

    void headers(int stream, byte[] block) {
        int written = 0;
        do {
            int length = Math.min(block.length - written, largestFrame);
            begin(
                            written == 0 ? Http2FrameTypes.HEADERS : Http2FrameTypes.CONTINUATION,
                            written + length == block.length ? END_HEADERS : NONE,
                            stream,
                            length)
                    .writeBytes(block, written, length);
            written += length;
        } while (written < block.length);
    }

    /// The next bytes of a call's message; the last ones end its stream.
    void data(GrpcCall call, int bytes) {
        call.write(
                begin(Http2FrameTypes.DATA, bytes == call.unsent() ? END_STREAM : NONE, call.stream(), bytes), bytes);
    }

    private ByteBuf begin(byte type, Http2Flags flags, int stream, int length) {
        var frame = out();
        Http2CodecUtil.writeFrameHeader(frame, length, type, flags, stream);
        return frame;
    }

    private ByteBuf out() {
        if (out == Unpooled.EMPTY_BUFFER) {
            out = context.alloc().ioBuffer(FIRST_SIZE);
            context.channel().eventLoop().execute(flush);
        }
        return out;
    }

    private void flush() {
        var written = out;
        out = Unpooled.EMPTY_BUFFER;
        context.writeAndFlush(written, context.voidPromise());
    }
}
