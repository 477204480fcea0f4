package dev.orderwave.wasm.chicory;

/// Where the instance for a message comes from, and what becomes of it afterwards.
sealed interface Instances permits FreshInstances, SnapshotInstances {

    /// How much heap is kept for the instances to come, whether or not it gets full.
    int keptBytes();

    /// An instance that nobody else has. Runs no guest code.
    GuestInstance take();

    /// Makes it ready for a message. Runs guest code.
    void ready(GuestInstance instance);

    /// Takes it back after its work ended well; one that failed is not given back.
    void giveBack(GuestInstance instance);
}
