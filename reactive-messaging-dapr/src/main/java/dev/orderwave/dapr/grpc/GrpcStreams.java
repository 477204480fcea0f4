package dev.orderwave.dapr.grpc;

import static io.netty.handler.codec.http2.Http2CodecUtil.CONNECTION_STREAM_ID;
import static io.netty.handler.codec.http2.Http2CodecUtil.DEFAULT_WINDOW_SIZE;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// The calls that have begun on a connection, one stream each, within the server's settings and windows (RFC 7540).
///
/// Frames of a stream that is over were under way and are no error. What a method answers besides its status is
/// skipped.
final class GrpcStreams extends Http2FrameAdapter {
    private final GrpcServer server;
    private final FrameWriter frames;
    private final Runnable whenChanged;
    private final IntObjectMap<GrpcCall> calls = new IntObjectHashMap<>();
    private final Queue<GrpcCall> unsent = new ArrayDeque<>();
    private final ReceiveWindow received = new ReceiveWindow();
    /// Before the server has told its settings, it might have to refuse a call.
    private boolean introduced;

    private boolean goingAway;
    private int next = 1;
    private long most = Long.MAX_VALUE;
    private long window = DEFAULT_WINDOW_SIZE;
    private int streamWindow = DEFAULT_WINDOW_SIZE;

    /// @param whenChanged runs when there may be room for another call, or none is left
    GrpcStreams(GrpcServer server, FrameWriter frames, Runnable whenChanged) {
        this.server = server;
        this.frames = frames;
        this.whenChanged = whenChanged;
    }

    /// Whether this connection takes calls at all, if not now.
    boolean isOpen() {
        return !goingAway && next > 0;
    }

    boolean hasRoom() {
        return introduced && isOpen() && calls.size() < most;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    void begin(GrpcCall call) {
        call.begin(next, streamWindow);
        calls.put(next, call);
        next += 2;
        frames.headers(call.stream(), call.headers());
        unsent.add(call);
        send();
    }

    /// Tells the server that nobody waits for this call any more.
    void forget(GrpcCall call) {
        if (calls.remove(call.stream()) != null) {
            frames.cancel(call.stream());
            whenChanged.run();
        }
    }

    void failAll(GrpcException reason) {
        var all = List.copyOf(calls.values());
        calls.clear();
        all.forEach(call -> call.fail(reason));
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context,
            int stream,
            Http2Headers headers,
            int dependency,
            short weight,
            boolean exclusive,
            int padding,
            boolean last) {
        onHeadersRead(context, stream, headers, padding, last);
    }

    @Override
    public void onHeadersRead(
            ChannelHandlerContext context, int stream, Http2Headers headers, int padding, boolean last) {
        if (last) {
            end(stream, GrpcTrailers.failure(headers));
        }
    }

    @Override
    public int onDataRead(ChannelHandlerContext context, int stream, ByteBuf data, int padding, boolean last) {
        int bytes = data.readableBytes() + padding;
        returnWindow(CONNECTION_STREAM_ID, received, bytes);
        var call = calls.get(stream);
        if (last) {
            end(stream, failure(GrpcStatus.UNKNOWN, server + " ended its answer without a status"));
        } else if (call != null) {
            returnWindow(stream, call.received(), bytes);
        }
        return bytes;
    }

    private void returnWindow(int stream, ReceiveWindow window, int bytes) {
        var read = window.add(bytes);
        if (read.isPresent()) {
            frames.returnWindow(stream, read.getAsInt());
        }
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext context, int stream, long code) {
        end(stream, failure(GrpcStatus.UNAVAILABLE, "%s ended the stream: %s".formatted(server, name(code))));
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) {
        Optional.ofNullable(settings.maxFrameSize()).ifPresent(frames::largestFrame);
        Optional.ofNullable(settings.maxConcurrentStreams()).ifPresent(streams -> most = streams);
        introduced = true;
        Optional.ofNullable(settings.initialWindowSize()).ifPresent(this::changeStreamWindows);
        frames.acknowledgeSettings();
        whenChanged.run();
        send();
    }

    @Override
    public void onPingRead(ChannelHandlerContext context, long content) {
        frames.answerPing(content);
    }

    @Override
    public void onWindowUpdateRead(ChannelHandlerContext context, int stream, int bytes) {
        var call = calls.get(stream);
        if (stream == CONNECTION_STREAM_ID) {
            window += bytes;
        } else if (call != null) {
            call.widen(bytes);
        }
        send();
    }

    @Override
    public void onGoAwayRead(ChannelHandlerContext context, int lastStream, long code, ByteBuf reason) {
        goingAway = true;
        calls.keySet().stream()
                .filter(stream -> stream > lastStream)
                .toList()
                .forEach(stream ->
                        end(stream, failure(GrpcStatus.UNAVAILABLE, "%s goes away: %s".formatted(server, name(code)))));
        whenChanged.run();
    }

    /// A stream whose window is used up does not hold back the others.
    private void send() {
        for (var waiting = unsent.iterator(); waiting.hasNext() && window > 0; ) {
            var call = waiting.next();
            int bytes = sendable(call);
            while (bytes > 0) {
                frames.data(call, bytes);
                window -= bytes;
                bytes = sendable(call);
            }
            if (call.isOver() || call.unsent() == 0) {
                waiting.remove();
            }
        }
    }

    private int sendable(GrpcCall call) {
        return call.isOver()
                ? 0
                : (int) Math.min(Math.min(call.unsent(), frames.largestFrame()), Math.min(call.window(), window));
    }

    /// Applies to the streams that are open, too (RFC 7540, 6.9.2).
    private void changeStreamWindows(int bytes) {
        int change = bytes - streamWindow;
        streamWindow = bytes;
        calls.values().forEach(call -> call.widen(change));
    }

    private void end(int stream, Optional<GrpcException> failure) {
        var call = calls.remove(stream);
        if (call == null) {
            return;
        }
        if (failure.isPresent()) {
            call.fail(failure.get());
        } else {
            call.succeed();
        }
        whenChanged.run();
    }

    private static Optional<GrpcException> failure(GrpcStatus status, String reason) {
        return Optional.of(new GrpcException(status, reason));
    }

    private static String name(long code) {
        return Optional.ofNullable(Http2Error.valueOf(code)).map(Enum::name).orElse("error " + code);
    }
}
