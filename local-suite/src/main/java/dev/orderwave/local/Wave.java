package dev.orderwave.local;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.Ledger;
import dev.orderwave.ledger.OrderIds;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.verify.WaveVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// One wave through a running suite: generated, stored, loaded, scheduled; then watched and verified.
public final class Wave {
    /// A cold JVM and a cold queue accept about this many orders a second.
    private static final int SCHEDULED_PER_SECOND = 2500;

    private static final Duration LEAD = Duration.ofSeconds(3);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    /// Longer than any lock, after which the queues deliver again what a dead process held.
    private static final Duration STALLED = Duration.ofSeconds(120);

    private final LocalSuite suite;
    private final WaveConsole console;
    private final DataSet dataSet;
    private final ScheduledWave scheduled;
    private final WaveProgress before;
    private final ProcessSnapshot costBefore;

    private Wave(
            LocalSuite suite,
            WaveConsole console,
            DataSet dataSet,
            ScheduledWave scheduled,
            WaveProgress before,
            ProcessSnapshot costBefore) {
        this.suite = suite;
        this.console = console;
        this.dataSet = dataSet;
        this.scheduled = scheduled;
        this.before = before;
        this.costBefore = costBefore;
    }

    /// Schedules a wave for a moment a few seconds ahead and returns when the queue has all of it.
    ///
    /// @param orders whose ids no earlier wave of this suite had
    public static Wave schedule(LocalSuite suite, OrderGenerator generator, int orders, WaveConsole console) {
        console.say("Generating %,d orders into %s".formatted(orders, DataSetStore.CONTAINER));
        var store = new DataSetStore(BlobStorage.connect(suite.backing().blobConnectionString()));
        store.save(generator, orders);
        // The load is what comes back from blob storage, as it is when others generated it.
        var dataSet = store.load();
        var before = WaveProgress.of(suite.backing().statistics());
        var costBefore = ProcessSnapshot.of(suite);

        var lead = LEAD.plusMillis(dataSet.size() * 1000L / SCHEDULED_PER_SECOND);
        console.say("Scheduling them for a moment %,d s ahead".formatted(lead.toSeconds()));
        var bus = ServiceBus.connect(suite.backing().serviceBusConnectionString());
        try (var traces = suite.orderTraces();
                var scheduler = WaveScheduler.connect(bus, Queue.INGRESS.id(), traces)) {
            var scheduled = scheduler.schedule(dataSet, Instant.now().plus(lead), console::scheduled);
            return new Wave(suite, console, dataSet, scheduled, before, costBefore);
        }
    }

    /// Waits until so many orders were distributed, so that what a test does next meets the wave in full flow.
    ///
    /// @throws IllegalStateException if nothing has moved for two minutes before that
    public void awaitDistributed(int orders) {
        await("distributed orders", WaveProgress::distributed, orders);
    }

    /// Waits until so many express orders were written.
    ///
    /// @throws IllegalStateException if nothing has moved for two minutes before that
    public void awaitExpress(int orders) {
        await("written express orders", WaveProgress::express, orders);
    }

    /// How far it is now.
    public WaveProgress progress() {
        return WaveProgress.of(suite.backing().statistics()).since(before);
    }

    /// When all of it becomes visible to the distributor.
    public Instant due() {
        return scheduled.due();
    }

    public DataSet dataSet() {
        return dataSet;
    }

    /// Where every order of it is now.
    public Audit audit() {
        var ids =
                IntStream.range(0, dataSet.size()).map(dataSet::orderId).boxed().toList();
        return Ledger.of(
                        ServiceBus.connect(suite.backing().serviceBusConnectionString()),
                        BlobStorage.connect(suite.backing().blobConnectionString()))
                .audit(OrderIds.of(ids));
    }

    /// Waits until the queues are empty, or nothing has moved for two minutes; then accounts for every order, and
    /// reads every blob back.
    public WaveReport verify() {
        var progress = await(this::isOver);
        var costs = ProcessSnapshot.of(suite).since(costBefore);
        console.say("Reading every blob back");
        var verification = verifier().verify(dataSet.orders());
        var endings =
                suite.outboxes().map(_ -> Endings.of(verification, progress)).orElseGet(() -> Endings.of(audit()));
        return WaveReport.of(scheduled, progress, verification, endings, costs, Share.of(suite));
    }

    private WaveVerifier verifier() {
        return suite.outboxes()
                .map(WaveVerifier::ofFolder)
                .orElseGet(() ->
                        new WaveVerifier(BlobStorage.connect(suite.backing().blobConnectionString())));
    }

    /// An order is in the next queue before it leaves the one before, so empty queues mean that none is under way.
    private boolean isOver(WaveProgress progress) {
        return Instant.now().isAfter(scheduled.due()) && progress.drained();
    }

    private void await(String what, ToLongFunction<WaveProgress> count, int wanted) {
        var reached = count.applyAsLong(await(progress -> count.applyAsLong(progress) >= wanted));
        if (reached < wanted) {
            throw new IllegalStateException("%,d %s were awaited, and at %,d nothing has moved for %d s"
                    .formatted(wanted, what, reached, STALLED.toSeconds()));
        }
    }

    private WaveProgress await(Predicate<WaveProgress> condition) {
        var progress = progress();
        var lastMove = Instant.now();
        while (!condition.test(progress) && lastMove.plus(STALLED).isAfter(Instant.now())) {
            suite.requireAlive();
            LockSupport.parkNanos(INTERVAL.toNanos());
            var next = progress();
            if (next.settled() > progress.settled() || Instant.now().isBefore(scheduled.due())) {
                lastMove = Instant.now();
            }
            progress = next;
            console.progress(progress, dataSet.size(), scheduled.due());
        }
        console.endProgress();
        return progress;
    }
}
