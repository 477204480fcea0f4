package dev.orderwave.ledger;

/// A place that orders come by or end in.
@FunctionalInterface
interface Station {

    /// Tells what is there now and leaves it as it is.
    void look(Sightings sightings);

    /// Takes down what is seen.
    @FunctionalInterface
    interface Sightings {
        void saw(String id, Trace trace);
    }
}
