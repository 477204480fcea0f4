package dev.orderwave.dapr;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;

/// One request: its head is there when it is handed on, its body comes after that. Belongs to the event loop of its
/// connection.
final class Request {
    private final HttpConnection connection;
    private final HttpRequest head;
    private Body body = Body.FORGOTTEN;
    private boolean arrived;
    private boolean answered;

    Request(HttpConnection connection, HttpRequest head) {
        this.connection = connection;
        this.head = head;
    }

    boolean is(HttpMethod method) {
        return head.method().equals(method);
    }

    /// Without the query.
    String path() {
        var uri = head.uri();
        int start = uri.startsWith("/") ? 0 : afterAuthority(uri);
        int query = uri.indexOf('?', start);
        return uri.substring(start, query < 0 ? uri.length() : query);
    }

    /// Who speaks to a proxy names the server as well.
    private static int afterAuthority(String uri) {
        int authority = uri.indexOf("://");
        if (authority < 0) {
            return 0;
        }
        int path = uri.indexOf('/', authority + 3);
        return path < 0 ? uri.length() : path;
    }

    Optional<String> header(CharSequence name) {
        return Optional.ofNullable(head.headers().get(name));
    }

    HttpHeaders headers() {
        return head.headers();
    }

    /// How long the body is by the request's own account; 0 if it does not say.
    long announcedBytes() {
        return header(HttpHeaderNames.CONTENT_LENGTH).map(Long::parseLong).orElse(0L);
    }

    EventLoop loop() {
        return connection.loop();
    }

    /// Whether nobody waits for the answer any more.
    boolean isGone() {
        return connection.isClosed();
    }

    /// Has the body taken in. It is read in any case, for the next request comes after it.
    void read(Body reader) {
        body = reader;
        if (HttpUtil.is100ContinueExpected(head)) {
            connection.letContinue();
        }
    }

    /// Answers, once.
    ///
    /// @param last whether the connection ends with this answer
    void answer(int status, String text, boolean last) {
        answered = true;
        connection.answer(this, status, text, last || !HttpUtil.isKeepAlive(head));
    }

    boolean isAnswered() {
        return answered;
    }

    boolean hasArrived() {
        return arrived;
    }

    Body body() {
        return body;
    }

    void end() {
        arrived = true;
        body.end();
    }

    /// Whether the answer to it has no body.
    boolean isHead() {
        return is(HttpMethod.HEAD);
    }

    boolean isHttp10() {
        return head.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    boolean isHttp11() {
        return head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }
}
