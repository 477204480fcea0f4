package dev.orderwave.dapr.grpc;

/// The status codes of gRPC, in the order of their numbers
/// ([statuscodes.md](https://grpc.github.io/grpc/core/md_doc_statuscodes.html)).
public enum GrpcStatus {
    OK,
    CANCELLED,
    UNKNOWN,
    INVALID_ARGUMENT,
    DEADLINE_EXCEEDED,
    NOT_FOUND,
    ALREADY_EXISTS,
    PERMISSION_DENIED,
    RESOURCE_EXHAUSTED,
    FAILED_PRECONDITION,
    ABORTED,
    OUT_OF_RANGE,
    UNIMPLEMENTED,
    INTERNAL,
    UNAVAILABLE,
    DATA_LOSS,
    UNAUTHENTICATED;

    private static final GrpcStatus[] BY_NUMBER = values();

    /// What a `grpc-status` says; [#UNKNOWN] if it is none of these.
    static GrpcStatus of(CharSequence number) {
        try {
            return BY_NUMBER[Integer.parseInt(number, 0, number.length(), 10)];
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return UNKNOWN;
        }
    }
}
