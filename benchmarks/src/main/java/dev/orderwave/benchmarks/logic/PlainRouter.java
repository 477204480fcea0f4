package dev.orderwave.benchmarks.logic;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The same logic as part of a Java program: no module, no sandbox, no isolation.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlainRouter {

    /// How it reads an order.
    public enum Reader {
        /// Token by token.
        STREAMING,
        /// Into records.
        DATABIND
    }

    @Param
    private Reader reader = Reader.STREAMING;

    private Routing routing = Routing.none();

    @Setup
    public void load() {
        routing = switch (reader) {
            case STREAMING -> Routing.toVerdicts(StreamingRouter::route);
            case DATABIND -> Routing.toVerdicts(DatabindRouter::route);
        };
    }

    @Benchmark
    public Object route() {
        return routing.routeNext();
    }
}
