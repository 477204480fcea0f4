package dev.orderwave.dapr.grpc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The header blocks of the calls of one method. What is the same in all of them is encoded once.
///
/// Each header stands as it is, literally, without a reference to earlier ones (RFC 7541, 6.2.2), so that a block does
/// not depend on what its connection has seen.
final class GrpcHeaders {
    private static final int METHOD_POST = 0x83; // these three: RFC 7541, 6.1 and appendix A
    private static final int SCHEME_HTTP = 0x86;
    private static final int SCHEME_HTTPS = 0x87;
    private static final int LITERAL_WITH_A_NEW_NAME = 0;
    private static final int LENGTH_BITS = 7;

    private final byte[] fixed;

    /// @throws IllegalArgumentException if a header cannot be sent
    GrpcHeaders(GrpcServer server, GrpcMethod method) {
        var block = Unpooled.buffer();
        block.writeByte(METHOD_POST).writeByte(server.tls().isPresent() ? SCHEME_HTTPS : SCHEME_HTTP);
        write(block, ":path", method.path());
        write(block, ":authority", server.authority());
        write(block, "content-type", "application/grpc");
        write(block, "te", "trailers");
        write(block, "grpc-timeout", method.timeout().toMillis() + "m");
        method.headers().forEach((name, value) -> write(block, name, value));
        this.fixed = ByteBufUtil.getBytes(block);
    }

    /// The block of one call.
    ///
    /// @throws IllegalArgumentException if one of its own headers cannot be sent
    byte[] with(Map<String, String> own) {
        if (own.isEmpty()) {
            return fixed;
        }
        var block = Unpooled.buffer(fixed.length * 2).writeBytes(fixed);
        for (var header : own.entrySet()) {
            write(block, header.getKey(), header.getValue());
        }
        return ByteBufUtil.getBytes(block);
    }

    private static void write(ByteBuf block, String name, String value) {
        if (!GrpcMethod.canCarry(value)) {
            throw new IllegalArgumentException(
                    "Header %s may have printable ASCII characters only, and its value has another one"
                            .formatted(name));
        }
        block.writeByte(LITERAL_WITH_A_NEW_NAME);
        write(block, name);
        write(block, value);
    }

    /// RFC 7541, 5.2, without Huffman's code.
    private static void write(ByteBuf block, String text) {
        writeLength(block, text.length());
        block.writeCharSequence(text, StandardCharsets.US_ASCII);
    }

    /// RFC 7541, 5.1.
    private static void writeLength(ByteBuf block, int length) {
        int most = (1 << LENGTH_BITS) - 1;
        if (length < most) {
            block.writeByte(length);
            return;
        }
        block.writeByte(most);
        int rest = length - most;
        while (rest >= 1 << LENGTH_BITS) {
            block.writeByte(rest | 1 << LENGTH_BITS);
            rest >>>= LENGTH_BITS;
        }
        block.writeByte(rest);
    }
}
