package dev.orderwave.ledger;

import java.util.List;

/// What became of the strays that were to be put back.
///
/// @param done how many are back in their queue
/// @param left those that are still where they were, and why; sorted as they were met
public record Redrive(int done, List<Left> left) {

    public Redrive {
        left = List.copyOf(left);
    }

    public boolean isComplete() {
        return left.isEmpty();
    }

    /// Still where it was.
    public record Left(String name, String why) {

        @Override
        public String toString() {
            return name + ": " + why;
        }
    }

    /// Told after every stray, by one thread at a time.
    @FunctionalInterface
    public interface Progress {

        /// Says nothing to nobody.
        Progress SILENT = (handled, total) -> {};

        void handled(int handled, int total);
    }
}
