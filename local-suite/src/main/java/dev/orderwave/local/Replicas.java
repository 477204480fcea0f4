package dev.orderwave.local;

/// How many of each process run per app id.
///
/// @param services of the service, 0 or more: a service may be scaled to nothing
/// @param daprds of its daprd, 1 or more
public record Replicas(int services, int daprds) {
    public Replicas {
        if (services < 0) {
            throw new IllegalArgumentException("replicas of a service must be 0 or more, were " + services);
        }
        if (daprds < 1) {
            throw new IllegalArgumentException("replicas of a daprd must be 1 or more, were " + daprds);
        }
    }
}
