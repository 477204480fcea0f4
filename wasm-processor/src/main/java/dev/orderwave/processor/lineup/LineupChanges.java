package dev.orderwave.processor.lineup;

import dev.orderwave.wasm.Guest;
import java.util.Optional;
import java.util.Set;

/// Changes a lineup, and says so in the log.
final class LineupChanges {
    private final Lineup lineup;
    private final Set<String> outputs;

    LineupChanges(Lineup lineup, Set<String> outputs) {
        this.lineup = lineup;
        this.outputs = outputs;
    }

    /// A candidate that joins this way keeps the share of the one before, or takes nothing yet.
    void join(Role role, Guest guest) {
        switch (role) {
            case SERVING -> lineup.serve(guest);
            case CANDIDATE -> lineup.share(Optional.of(new Lineup.Candidate(guest, lineup.share())));
            case SHADOW -> lineup.shadow(Optional.of(guest));
        }
        LineupLog.LOG.joined(guest.module().toString(), role.toString(), outputs.toString());
    }

    /// Lets a candidate take a share of the messages.
    void share(Guest guest, Share share) {
        lineup.share(Optional.of(new Lineup.Candidate(guest, share)));
        LineupLog.LOG.shares(guest.module().toString(), share.percent(), outputs.toString());
    }

    void leave(Role role) {
        switch (role) {
            case SERVING -> throw new IllegalArgumentException("one module always serves");
            case CANDIDATE -> lineup.share(Optional.empty());
            case SHADOW -> lineup.shadow(Optional.empty());
        }
        LineupLog.LOG.left(role.toString());
    }
}
