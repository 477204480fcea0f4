package dev.orderwave.benchmarks.idle;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.benchmarks.suite.MeasuredSuite;
import dev.orderwave.local.WaveReport;
import dev.orderwave.processes.ChildProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A suite of ours that has worked and now rests, while others may be measured: what it takes is its own processes'.
public final class RestingSuite implements AutoCloseable {
    private static final int ORDERS = 1000;
    /// What a wave leaves to be done is done by then, such as connections that nobody needs any more.
    private static final Duration CALM = Duration.ofSeconds(15);

    private final MeasuredSuite suite;
    private final WaveReport before;
    private final long start;
    private final Map<ChildProcess, ProcessSample> first;

    private RestingSuite(MeasuredSuite suite, WaveReport before) {
        this.suite = suite;
        this.before = before;
        this.start = System.nanoTime();
        this.first = new LinkedHashMap<>();
        suite.suite().processes().forEach(process -> first.put(process, ProcessSample.of(process)));
    }

    /// Starts it, sends a small wave through it, and returns when that has come to rest.
    public static RestingSuite start() {
        var suite = MeasuredSuite.start(Contestant.ORDERWAVE);
        try {
            var wave = suite.wave(ORDERS);
            pause(CALM);
            return new RestingSuite(suite, wave);
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /// The wave that it had before it rested, through services just started.
    public WaveReport before() {
        return before;
    }

    /// Waits until it has rested so long, if it has not yet.
    public List<AtRest> rest(Duration atLeast) {
        pause(atLeast.minusNanos(System.nanoTime() - start));
        var time = Duration.ofNanos(System.nanoTime() - start);
        return first.entrySet().stream()
                .map(process -> ProcessSample.of(process.getKey())
                        .since(process.getValue(), process.getKey().name(), time))
                .toList();
    }

    @Override
    public void close() {
        suite.close();
    }

    private static void pause(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
