package dev.orderwave.local;

import dev.orderwave.loadgen.azure.BlobStorage;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.verify.WaveVerifier;
import java.time.Duration;
import java.time.Instant;

/// One wave through a running suite: generate, store, load, schedule, watch, verify.
public final class Demo {
    private static final long SEED = 42;
    /// A cold JVM and a cold queue accept about this many orders a second.
    private static final int SCHEDULED_PER_SECOND = 2500;

    private static final Duration LEAD = Duration.ofSeconds(3);

    private final LocalSuite suite;
    private final WaveConsole console;

    public Demo(LocalSuite suite, WaveConsole console) {
        this.suite = suite;
        this.console = console;
    }

    /// Returns when every order has ended, or nothing has moved for too long.
    public WaveReport run(int orders) {
        var storage = BlobStorage.connect(suite.backing().blobConnectionString());
        var dataSet = store(orders, storage);
        var before = ProcessSnapshot.of(suite);

        var wave = schedule(dataSet);
        var progress = new WaveWatch(suite.backing().statistics(), console).await(orders, wave.due());
        var after = ProcessSnapshot.of(suite);

        console.say("Reading every blob back");
        var verification = new WaveVerifier(storage).verify(dataSet.orders());
        return WaveReport.of(wave, progress, verification, after.since(before));
    }

    /// The load is what comes back from blob storage, as it is when others generated it.
    private DataSet store(int orders, BlobStorage storage) {
        console.say("Generating %,d orders into %s".formatted(orders, DataSetStore.CONTAINER));
        var store = new DataSetStore(storage);
        store.save(DataSet.from(OrderGenerator.seeded(SEED), orders));
        return store.load();
    }

    private ScheduledWave schedule(DataSet dataSet) {
        var lead = LEAD.plusMillis(dataSet.size() * 1000L / SCHEDULED_PER_SECOND);
        console.say("Scheduling them for a moment %,d s ahead".formatted(lead.toSeconds()));
        var connection = suite.backing().serviceBusConnectionString();
        try (var scheduler = WaveScheduler.connect(connection, Queue.INGRESS.id())) {
            return scheduler.schedule(dataSet, Instant.now().plus(lead), console::scheduled);
        }
    }
}
