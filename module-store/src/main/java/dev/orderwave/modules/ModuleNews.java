package dev.orderwave.modules;

/// What a [ModuleWatch] has to tell.
public sealed interface ModuleNews {

    /// The reference names another module now.
    record Changed(StoredModule module) implements ModuleNews {}

    /// What the reference names now cannot be had: what is in use stays the best there is. Told once, and again
    /// only after the reason has changed or gone; the watch goes on trying.
    record Failed(ModuleStoreException reason) implements ModuleNews {}
}
