package dev.orderwave.loadgen.watch;

import dev.orderwave.ledger.Account;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.Standing;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Outcomes;
import dev.orderwave.loadgen.result.ProcessCost;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.verify.Finding;
import dev.orderwave.loadgen.verify.WaveVerification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A wave from its due time until nothing of it moved any more.
///
/// @param timing the due times and the clocks by which it was watched; the verification is to use the same
/// @param seconds from the first due time until the last order had ended
/// @param ended orders that had an ending by then: a blob, a rejection, or a dead letter
/// @param samples in the order of time. The blobs at each moment are those that storage's own times tell, not those
///     that were seen then
/// @param costs per process, where those are local
public record Watched(Timing timing, double seconds, long ended, List<Sample> samples, Map<String, ProcessCost> costs) {

    /// Of the orders that are not where they should be, so many are written down.
    private static final int NAMED = 20;

    public Watched {
        samples = List.copyOf(samples);
        costs = Map.copyOf(costs);
    }

    /// Over all of the time; 0 if nothing ended.
    public double ordersPerSecond() {
        return seconds > 0 ? ended / seconds : 0;
    }

    /// All that is known of the wave.
    ///
    /// @param verification by the same [#timing()]
    /// @param audit where every order of the wave is
    public Cycle cycle(WaveVerification verification, Audit audit) {
        return new Cycle(
                timing.due().timetable().first(),
                seconds,
                ordersPerSecond(),
                outcomes(verification, audit),
                verification.latencies(),
                samples,
                costs,
                findings(verification, audit));
    }

    private static Outcomes outcomes(WaveVerification verification, Audit audit) {
        return new Outcomes(
                verification.orders(),
                verification.intact(),
                audit.unaccounted().size(),
                verification.duplicated().count(),
                verification.misrouted().count(),
                verification.corrupted().count(),
                verification.rejected().count(),
                audit.standing(Standing.QUEUED).size(),
                audit.deadLettered().size(),
                verification.late().count());
    }

    private static List<String> findings(WaveVerification verification, Audit audit) {
        var astray = audit.worthNaming().stream()
                .filter(Account::ofWave)
                .limit(NAMED)
                .map(Account::toString);
        var wrong = Stream.of(
                        verification.duplicated(),
                        verification.misrouted(),
                        verification.corrupted(),
                        verification.late())
                .flatMap(findings -> findings.examples().stream())
                .map(Finding::toString);
        return Stream.concat(astray, wrong).toList();
    }
}
