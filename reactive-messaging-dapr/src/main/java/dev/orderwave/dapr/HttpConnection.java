package dev.orderwave.dapr;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One connection: hands its requests on one at a time, in their order, and writes their answers.
///
/// A request that comes before the one ahead of it was answered waits, and nothing more is read meanwhile. A body that
/// nobody reads is read and forgotten, which keeps the connection for the next request.
final class HttpConnection extends ChannelInboundHandlerAdapter {
    private static final ByteBuf DONE = constant("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    private static final ByteBuf CONTINUE = constant("HTTP/1.1 100 Continue\r\n\r\n");

    private final Channel channel;
    private final long patience;
    private final Consumer<Request> requests;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private Optional<Request> current = Optional.empty();
    private long lastSign = System.nanoTime();
    private Optional<Future<?>> watch = Optional.empty();
    private boolean reading;
    private boolean unsent;
    private boolean takingWaiting;
    private boolean ending;

    /// @param patience how long it may be silent; no limit if zero
    HttpConnection(Channel channel, Duration patience, Consumer<Request> requests) {
        this.channel = channel;
        this.patience = patience.toNanos();
        this.requests = requests;
    }

    private static ByteBuf constant(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    boolean isClosed() {
        return !channel.isActive();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (patience > 0) {
            watchFor(patience);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        if (mustWait() || !waiting.isEmpty()) {
            waiting.add(message);
            channel.config().setAutoRead(false);
        } else {
            take(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (reading) {
            reading = false;
            lastSign = System.nanoTime();
        }
        if (unsent) {
            unsent = false;
            channel.flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ending = true;
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        current.filter(request -> !request.hasArrived())
                .ifPresent(request -> request.body().breakOff());
        current = Optional.empty();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        watch.ifPresent(timer -> timer.cancel(false));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        fail(failure);
    }

    private void fail(Throwable failure) {
        if (!(failure instanceof IOException)) {
            DaprBindingLog.LOG.connectionFailed(failure);
        }
        cutOff();
    }

    private void cutOff() {
        ending = true;
        channel.close();
    }

    /// Tells a client that asks first to send its body.
    void letContinue() {
        write(CONTINUE.duplicate());
    }

    void answer(Request request, int status, String text, boolean last) {
        write(answerBytes(request, status, text, last));
        ending |= last;
        if (request.hasArrived()) {
            endOrGoOn();
        }
    }

    private void endOrGoOn() {
        if (ending) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            takeWaiting();
        }
    }

    private boolean mustWait() {
        return current.isPresent()
                && current.get().hasArrived()
                && !current.get().isAnswered();
    }

    /// An answer that is given at once leads back to here.
    private void takeWaiting() {
        if (takingWaiting || waiting.isEmpty()) {
            return;
        }
        takingWaiting = true;
        while (!waiting.isEmpty() && !mustWait()) {
            take(waiting.remove());
        }
        takingWaiting = false;
        if (waiting.isEmpty()) {
            channel.config().setAutoRead(true);
        }
    }

    private void take(Object message) {
        try {
            if (message instanceof HttpRequest head) {
                begin(head);
            } else if (message instanceof HttpContent content && current.isPresent()) {
                take(content, current.get());
            }
        } catch (RuntimeException failure) {
            fail(failure);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(HttpRequest head) {
        if (ending) {
            return;
        }
        var request = new Request(this, head);
        current = Optional.of(request);
        if (head.decoderResult().isFailure()) {
            refuse(request, statusOf(head.decoderResult().cause()));
        } else if (!request.isHttp11() && !request.isHttp10()) {
            refuse(request, HttpResponseStatus.NOT_IMPLEMENTED);
        } else {
            requests.accept(request);
        }
    }

    private static HttpResponseStatus statusOf(Throwable failure) {
        return switch (failure) {
            case TooLongHttpLineException _ -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
    }

    /// What comes after it cannot be told apart.
    private static void refuse(Request request, HttpResponseStatus status) {
        request.end();
        request.answer(status.code(), "", true);
    }

    private void take(HttpContent content, Request request) {
        if (request.hasArrived()) {
            return;
        }
        if (content.decoderResult().isFailure()) {
            cutOff();
            return;
        }
        if (content.content().isReadable()) {
            request.body().append(content.content());
        }
        if (content instanceof LastHttpContent) {
            boolean answered = request.isAnswered();
            request.end();
            if (answered) {
                endOrGoOn();
            }
        }
    }

    private ByteBuf answerBytes(Request request, int status, String text, boolean last) {
        if (status == HttpResponseStatus.OK.code()
                && text.isEmpty()
                && !last
                && request.isHttp11()
                && !request.isHead()) {
            return DONE.duplicate();
        }
        var head = new StringBuilder(128)
                .append(request.isHttp10() ? "HTTP/1.0 " : "HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(status))
                .append("\r\n");
        if (last) {
            head.append("connection: close\r\n");
        } else if (request.isHttp10()) {
            head.append("connection: keep-alive\r\n");
        }
        if (request.isHead()) {
            return ByteBufUtil.writeAscii(channel.alloc(), head.append("\r\n"));
        }
        head.append("content-length: ").append(ByteBufUtil.utf8Bytes(text)).append("\r\n\r\n");
        return ByteBufUtil.writeUtf8(channel.alloc(), head.append(text));
    }

    /// What is written while messages are read goes out when that is done.
    private void write(ByteBuf bytes) {
        if (reading) {
            unsent = true;
            channel.write(bytes, channel.voidPromise());
        } else {
            lastSign = System.nanoTime();
            channel.writeAndFlush(bytes, channel.voidPromise());
        }
    }

    private void watchFor(long nanos) {
        watch = Optional.of(loop().schedule(this::closeIfSilent, nanos, TimeUnit.NANOSECONDS));
    }

    private void closeIfSilent() {
        long left = patience - (System.nanoTime() - lastSign);
        if (left <= 0) {
            cutOff();
        } else {
            watchFor(left);
        }
    }
}
