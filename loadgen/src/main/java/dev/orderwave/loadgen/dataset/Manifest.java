package dev.orderwave.loadgen.dataset;

/// What a stored data set must be: `sha256` is that of the uncompressed lines, in lower-case hexadecimal.
public record Manifest(int count, long seed, String sha256) {}
