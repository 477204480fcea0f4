package dev.orderwave.dapr;

import io.dapr.v1.DaprBindingsProtos.InvokeBindingRequest;
import io.dapr.v1.DaprBindingsProtos.InvokeBindingResponse;
import io.dapr.v1.DaprGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One call of an output binding, from its start until daprd's status. What the binding answers besides is not read by
/// anybody.
final class BindingCall extends ClientCall.Listener<InvokeBindingResponse> {
    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private final Runnable whenOver;

    /// @param whenOver runs once
    BindingCall(Runnable whenOver) {
        this.whenOver = whenOver;
    }

    /// Completes when daprd accepted the call; fails with what daprd or the way to it said.
    CompletableFuture<Void> answer() {
        return answer;
    }

    void start(Channel channel, InvokeBindingRequest request, Metadata headers, Duration timeout) {
        try {
            var options = CallOptions.DEFAULT.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
            var call = channel.newCall(DaprGrpc.getInvokeBindingMethod(), options);
            call.start(this, headers);
            call.request(1);
            call.sendMessage(request);
            call.halfClose();
        } catch (RuntimeException | Error failure) {
            over(Status.INTERNAL.withDescription(failure.toString()).withCause(failure));
        }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        over(status);
    }

    private void over(Status status) {
        boolean first =
                status.isOk() ? answer.complete(null) : answer.completeExceptionally(status.asRuntimeException());
        if (first) {
            whenOver.run();
        }
    }
}
