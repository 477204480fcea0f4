package dev.orderwave.loadgen.watch;

import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.schedule.Timetable;
import dev.orderwave.loadgen.verify.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One wave that is being watched: what was seen of it so far.
final class Watch {

    static final String DUE = "due";
    static final String DISTRIBUTED = "distributed";
    static final String DEAD_LETTERED = "dead-lettered";

    /// What is seen earlier than so long before the first due time is shown, but not kept.
    private static final Duration PRELUDE = Duration.ofSeconds(3);

    private final Timing timing;
    private final QueueWatch queues;
    private final OutboxWatch outboxes;
    private final LocalProcesses processes;
    private final WaveEnd end;
    private final Rate rate = new Rate();
    private final List<Sample> samples = new ArrayList<>();
    private QueueWatch.Look before;
    private long distributed;
    private long ended;
    private boolean over;

    Watch(Timing timing, QueueWatch queues, OutboxWatch outboxes, LocalProcesses processes, Duration patience) {
        this.timing = timing;
        this.queues = queues;
        this.outboxes = outboxes;
        this.processes = processes;
        this.end = new WaveEnd(timetable().last(), timetable().size(), patience);
        this.before = new QueueWatch.Look("", Map.of());
    }

    /// Fails if anything cannot be seen.
    void begin() {
        before = queues.look();
        outboxes.lookNow();
    }

    boolean isOver() {
        return over;
    }

    /// @param now by the bus's clock
    View look(Instant now) {
        var look = queues.look();
        var deadLettered = look.deadLettered() - before.deadLettered();
        var due = timetable().dueBy(now);
        var passed = due - look.waitingAtIngress() - (look.deadLetteredAtIngress() - before.deadLetteredAtIngress());
        distributed = Math.clamp(passed, distributed, Math.max(distributed, due));
        var behind = look.waitingInAll() - look.waitingAtIngress();
        ended = Math.max(ended, distributed - behind);
        var arrivals = arrivals(now, look);
        over = end.isOver(now, look.waitingInAll(), endings(arrivals) + deadLettered);

        var reached = new HashMap<>(reached(arrivals, Instant.MAX));
        reached.put(DUE, (long) due);
        reached.put(DISTRIBUTED, distributed);
        reached.put(DEAD_LETTERED, deadLettered);
        var sample = new Sample(seconds(now), reached, look.waiting(), processes.look());
        keep(sample);
        return new View(
                sample,
                timetable().size(),
                ended,
                rate.at(sample.seconds(), ended),
                arrivals.latencies(),
                outboxes.age());
    }

    /// An end is not taken for granted on the word of an old list.
    private Arrivals arrivals(Instant now, QueueWatch.Look look) {
        return now.isAfter(timetable().last()) && look.waitingInAll() == 0 ? outboxes.lookNow() : outboxes.look();
    }

    private void keep(Sample sample) {
        if (sample.seconds() > -seconds(PRELUDE)) {
            samples.add(sample);
        }
    }

    Watched result() {
        var arrivals = outboxes.lookNow();
        var deadLettered = samples.getLast().reached().getOrDefault(DEAD_LETTERED, 0L);
        return new Watched(
                timing,
                seconds(lastEnding(arrivals)),
                endings(arrivals) + deadLettered,
                samples.stream().map(sample -> retold(sample, arrivals)).toList(),
                processes.costs());
    }

    /// With the blobs that there were at that moment by storage's times, which came to light later.
    private Sample retold(Sample sample, Arrivals arrivals) {
        var moment = timetable().first().plusMillis(Math.round(1000 * sample.seconds()));
        var reached = new HashMap<>(sample.reached());
        reached.putAll(reached(arrivals, moment));
        return new Sample(sample.seconds(), reached, sample.waiting(), sample.processes());
    }

    /// Storage tells the second of the last blob; when the queues were seen empty may tell it more closely.
    private Instant lastEnding(Arrivals arrivals) {
        return arrivals.last()
                .map(latest -> end.drained()
                        .filter(drained -> drained.isBefore(latest) && drained.isAfter(latest.minusSeconds(1)))
                        .orElse(latest))
                .orElse(timetable().first());
    }

    private static Map<String, Long> reached(Arrivals arrivals, Instant moment) {
        return Map.of(
                Outbox.EXPRESS.stage(),
                arrivals.by(Outbox.EXPRESS.stage(), moment),
                Outbox.STANDARD.stage(),
                arrivals.by(Outbox.STANDARD.stage(), moment),
                Arrivals.REJECTED,
                arrivals.by(Arrivals.REJECTED, moment));
    }

    private static long endings(Arrivals arrivals) {
        return reached(arrivals, Instant.MAX).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private double seconds(Instant moment) {
        return seconds(Duration.between(timetable().first(), moment));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private Timetable timetable() {
        return timing.due().timetable();
    }
}
