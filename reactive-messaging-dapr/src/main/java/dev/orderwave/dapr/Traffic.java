package dev.orderwave.dapr;

/// What has come through an input binding.
///
/// @param received events that were taken in since the start
/// @param inHand events that are not settled yet
public record Traffic(long received, int inHand) {}
