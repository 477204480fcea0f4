package dev.orderwave.modules;

/// Which of the modules in a repository: a [Tag] may be moved, a [Digest] is one module for ever.
public sealed interface Version permits Tag, Digest {}
