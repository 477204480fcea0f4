package dev.orderwave.dapr;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/// Takes out the header by which the SDK sends a trace a second time, in binary (`grpc-trace-bin`).
///
/// Daprd makes properties of the message of all headers of a call, this one too. A property of Service Bus is text,
/// which
/// these bytes are not: the queue does not take the message, and no other one of that link.
final class TextTraceOnly implements ClientInterceptor {
    private static final Metadata.Key<byte[]> BINARY =
            Metadata.Key.of("grpc-trace-bin", Metadata.BINARY_BYTE_MARSHALLER);

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.discardAll(BINARY);
                super.start(listener, headers);
            }
        };
    }
}
