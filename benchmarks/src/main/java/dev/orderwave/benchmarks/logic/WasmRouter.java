package dev.orderwave.benchmarks.logic;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.InstancePolicy;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.chicory.ChicoryProgram;
import dev.orderwave.wasm.chicory.Code;
import dev.orderwave.wasm.chicory.PooledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A router module in our host: admitted, limited and watched as in a service.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WasmRouter {

    /// On a busy machine a thread may well wait for longer than a call usually may take.
    private static final Limits PATIENT = Limits.DEFAULT.withPerCall(Duration.ofSeconds(10));

    /// What an order is handed to, and what comes back.
    public enum Call {
        /// One instance for all orders, which a service never does; the text of the verdict.
        POOLED,
        /// An instance that is put back after each order; the text of the verdict.
        SNAPSHOT,
        /// A new instance for each order; the text of the verdict.
        FRESH,
        /// As [#SNAPSHOT]; the verdict itself.
        SNAPSHOT_VERDICT,
        /// As [#FRESH]; the verdict itself: all that a service does.
        FRESH_VERDICT
    }

    @Param("")
    private String module = "";

    @Param
    private Call call = Call.FRESH;

    private Routing routing = Routing.none();

    @Setup
    public void load() throws IOException {
        var source = ModuleSource.compiledAtLoad("order-router", Files.readAllBytes(Path.of(module)));
        var fresh = Sandbox.granting("express", "standard").withLimits(PATIENT);
        var snapshot = fresh.withInstances(InstancePolicy.SNAPSHOT);
        routing = switch (call) {
            case POOLED -> Routing.toTexts(PooledProgram.load(source, fresh)::run);
            case SNAPSHOT -> Routing.toTexts(text(source, snapshot)::run);
            case FRESH -> Routing.toTexts(text(source, fresh)::run);
            case SNAPSHOT_VERDICT -> Routing.toVerdicts(Guest.load(source, snapshot)::handle);
            case FRESH_VERDICT -> Routing.toVerdicts(Guest.load(source, fresh)::handle);
        };
    }

    private static ChicoryProgram text(ModuleSource source, Sandbox sandbox) {
        return ChicoryProgram.start(source.info(), Code.of(source, sandbox.limits()), sandbox);
    }

    @Benchmark
    public Object route() {
        return routing.routeNext();
    }
}
