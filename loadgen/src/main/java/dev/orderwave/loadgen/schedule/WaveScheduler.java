package dev.orderwave.loadgen.schedule;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.trace.OrderTraces;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

/// Schedules a data set as one burst and leaves no record: for a program that schedules, waits and verifies itself. Who
/// must be able to go on after a crash uses [RecordedScheduler].
///
/// The message id is the order's id; the property `due` holds the moment in epoch milliseconds, from which a reader
/// measures latency.
public final class WaveScheduler implements AutoCloseable {

    public static final String QUEUE = "q-order-ingress";
    public static final String DUE = OrderSender.DUE;

    private final OrderSender sender;

    private WaveScheduler(OrderSender sender) {
        this.sender = sender;
    }

    /// Opens nothing yet: a bus or queue that is not there shows at the first order.
    public static WaveScheduler connect(String connectionString, String queue) {
        return connect(ServiceBus.connect(connectionString), queue);
    }

    /// Opens nothing yet: a bus or queue that is not there shows at the first order.
    public static WaveScheduler connect(ServiceBus bus, String queue) {
        return connect(bus, queue, OrderTraces.none());
    }

    /// Opens nothing yet: a bus or queue that is not there shows at the first order.
    public static WaveScheduler connect(ServiceBus bus, String queue, OrderTraces traces) {
        return new WaveScheduler(OrderSender.of(bus.sender(queue), traces));
    }

    /// Returns when the queue has accepted every order.
    ///
    /// @throws AzureException if it did not; the orders accepted before still arrive when due
    public ScheduledWave schedule(DataSet dataSet, Instant due, Progress progress) {
        var timetable = Timetable.of(due, Shape.of(new Phase.Burst(dataSet.size())), dataSet.size());
        var count = new AcceptedCount(dataSet.size(), progress);
        sender.reach().send(dataSet, timetable, IntStream.range(0, dataSet.size()), Map.of(), count);
        return new ScheduledWave(dataSet.size(), timetable.first(), Instant.now(), count.late());
    }

    @Override
    public void close() {
        sender.close();
    }
}
