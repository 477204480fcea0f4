package dev.orderwave.dapr;

/// Whether something can do its work now.
sealed interface Health {
    record Up() implements Health {}

    /// @param reason for the operator who reads the health page
    record Down(String reason) implements Health {}
}
