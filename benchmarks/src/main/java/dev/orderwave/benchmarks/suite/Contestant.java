package dev.orderwave.benchmarks.suite;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.orderwave.local.JavaServices;
import dev.orderwave.local.ServiceProgram;

/// Those whose three services are compared. They differ in nothing else: the same daprd, queues, components and orders.
public enum Contestant {
    ORDERWAVE("Orderwave"),
    /// As a developer would write them from the documentation of Dapr's SDK for Node.
    NODE("Node"),
    /// As one would write them by hand in Go, with the standard library only.
    GO("Go");

    private final String label;

    Contestant(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /// @throws IllegalStateException if it was not built or installed
    ServiceProgram program() {
        return switch (this) {
            case ORDERWAVE -> JavaServices.ofThisCheckout();
            case NODE -> NodeBaseline.ofThisCheckout();
            case GO -> GoForwarder.ofThisCheckout();
        };
    }
}
