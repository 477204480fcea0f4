package dev.orderwave.guest;

/// Goes with a message to its output: the name of a blob, for example.
public record Metadata(String name, String value) {}
