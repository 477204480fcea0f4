package dev.orderwave.guest;

/// What a module is: a function from a message to what is to be sent.
@FunctionalInterface
public interface Decision {

    /// @throws Rejection if the message is not acceptable
    Emission about(byte[] message);
}
