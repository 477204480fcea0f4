package dev.orderwave.local;

import dev.orderwave.ledger.Account;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.Standing;
import dev.orderwave.loadgen.verify.WaveVerification;
import java.util.List;

/// Where the orders of a wave are that did not become a blob.
///
/// @param examples some of them, by name
record Endings(long lost, long queued, long deadLettered, List<String> examples) {

    /// Of the orders that the ledger names, so many are written down.
    private static final int NAMED = 20;

    Endings {
        examples = List.copyOf(examples);
    }

    static Endings of(Audit audit) {
        return new Endings(
                audit.unaccounted().size(),
                audit.standing(Standing.QUEUED).size(),
                audit.deadLettered().size(),
                audit.worthNaming().stream()
                        .filter(Account::ofWave)
                        .limit(NAMED)
                        .map(Account::toString)
                        .toList());
    }

    /// Where outboxes are folders, which the ledger does not read: whatever has no file counts as lost, wherever it is.
    static Endings of(WaveVerification verification, WaveProgress progress) {
        return new Endings(
                verification.lost().count(),
                0,
                progress.deadLettered(),
                verification.lost().examples().stream().map(Object::toString).toList());
    }
}
