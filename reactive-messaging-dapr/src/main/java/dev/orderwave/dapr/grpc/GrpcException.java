package dev.orderwave.dapr.grpc;

/// A call did not succeed, by the server's word or because there was none.
public final class GrpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final GrpcStatus status;

    /// Without a trace of the stack: it would show where a failure of the other side was noticed, once for every order
    /// that meets one.
    GrpcException(GrpcStatus status, String reason) {
        super(status + ": " + reason, null, false, false);
        this.status = status;
    }

    /// Never [GrpcStatus#OK].
    public GrpcStatus status() {
        return status;
    }
}
