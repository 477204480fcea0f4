package dev.orderwave.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.verify.Finding;
import dev.orderwave.loadgen.verify.Findings;
import dev.orderwave.loadgen.verify.WaveVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What became of a wave and what it cost; the table on the screen and, under the same names, the JSON file.
///
/// @param seconds from the due time until the last order had ended
/// @param lost orders that are nowhere: in no outbox, in no queue, in no dead-letter queue
/// @param queued orders that are still in a queue and nowhere else
/// @param deadLettered orders of which a dead-letter queue holds a copy, whatever else there is of them
/// @param processes per process, what the wave cost
/// @param shares where processes share work, who did how much of it
public record WaveReport(
        int orders,
        double seconds,
        double ordersPerSecond,
        long lost,
        long duplicated,
        long misrouted,
        long corrupted,
        long rejected,
        long queued,
        long deadLettered,
        Map<String, ProcessCost> processes,
        List<Share> shares,
        List<String> findings) {

    /// @param waveCpuSeconds processor time from before the schedule until the last blob
    /// @param cpuSeconds processor time since the start of the process
    /// @param peakRssMb most memory it ever had
    public record ProcessCost(double waveCpuSeconds, double cpuSeconds, long peakRssMb) {}

    static WaveReport of(
            ScheduledWave wave,
            WaveProgress progress,
            WaveVerification verification,
            Endings endings,
            Map<String, ProcessCost> processes,
            List<Share> shares) {
        var seconds = progress.lastEnding()
                .map(end -> Duration.between(wave.due(), end).toMillis() / 1000.0)
                .orElse(0.0);
        return new WaveReport(
                wave.orders(),
                seconds,
                seconds > 0 ? Math.round(10 * wave.orders() / seconds) / 10.0 : 0,
                endings.lost(),
                verification.duplicated().count(),
                verification.misrouted().count(),
                verification.corrupted().count(),
                verification.rejected().count(),
                endings.queued(),
                endings.deadLettered(),
                processes,
                shares,
                Stream.concat(
                                endings.examples().stream(),
                                Stream.of(verification.duplicated(), verification.misrouted(), verification.corrupted())
                                        .map(Findings::examples)
                                        .flatMap(List::stream)
                                        .map(Finding::toString))
                        .toList());
    }

    /// Every order became the one blob that it should; all of them are valid, so none may be rejected.
    @JsonProperty
    public boolean isClean() {
        return lost + duplicated + misrouted + corrupted + rejected + queued + deadLettered == 0;
    }

    String table() {
        var table = new StringBuilder();
        table.append(row("orders", "%,d".formatted(orders)));
        table.append(row("seconds from due time to last blob", "%.1f".formatted(seconds)));
        table.append(row("orders/s", "%,.0f".formatted(ordersPerSecond)));
        table.append(row("lost", Long.toString(lost)));
        table.append(row("duplicated", Long.toString(duplicated)));
        table.append(row("misrouted", Long.toString(misrouted)));
        table.append(row("corrupted", Long.toString(corrupted)));
        table.append(row("rejected", Long.toString(rejected)));
        table.append(row("still queued", Long.toString(queued)));
        table.append(row("dead-lettered", Long.toString(deadLettered)));
        findings.forEach(finding -> table.append("  ! ").append(finding).append('\n'));
        table.append("%n%-26s %12s %12s %12s%n".formatted("process", "CPU s wave", "CPU s all", "peak RSS MB"));
        processes.forEach((name, cost) -> table.append("%-26s %12.2f %12.2f %12d%n"
                .formatted(name, cost.waveCpuSeconds(), cost.cpuSeconds(), cost.peakRssMb())));
        if (!shares.isEmpty()) {
            table.append("%n%-26s %12s %12s%n".formatted("share of the work", "done", "percent"));
            shares.forEach(share ->
                    table.append("%-26s %,12d %12d%n".formatted(share.process(), share.work(), share.percent())));
        }
        table.append(
                "%n%s%n".formatted(isClean() ? "Every order became its blob." : "NOT every order became its blob."));
        return table.toString();
    }

    /// @throws UncheckedIOException if the file cannot be written
    void writeJson(Path file) {
        try {
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("the table cannot be written to " + file, e);
        }
    }

    private static String row(String name, String value) {
        return "%-38s %12s%n".formatted(name, value);
    }
}
