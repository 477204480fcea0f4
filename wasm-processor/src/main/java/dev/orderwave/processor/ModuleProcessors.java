package dev.orderwave.processor;

import dev.orderwave.processor.lineup.Lineups;
import dev.orderwave.processor.lineup.ShadowRuns;
import dev.orderwave.processor.log.JsonLog;
import dev.orderwave.processor.trace.MessageTraces;
import dev.orderwave.wasm.ModuleSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes the processor of a service.
///
/// A module that is quick runs on the event loop. One that is not gets threads, as many as there are processors: a
/// call is pure computing, and this bounds the memory of the instances.
@Singleton
public class ModuleProcessors {
    private final String application;
    private final Lineups lineups;
    private final MeterRegistry metrics;
    private final ShadowRuns shadows;
    private final MessageTraces traces;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("module-", 0).daemon().factory());

    @Inject
    ModuleProcessors(
            @ConfigProperty(name = "quarkus.application.name") String application,
            Lineups lineups,
            MeterRegistry metrics,
            MessageTraces traces,
            JsonLog log) {
        this.application = application;
        this.lineups = lineups;
        this.metrics = metrics;
        this.shadows = new ShadowRuns(metrics);
        this.traces = traces;
        log.beginIfWanted();
    }

    /// Loads the module, and whatever else is configured for this service, and connects it to what it may send to.
    ///
    /// @param shipped serves unless another source is configured
    /// @throws RuntimeException in one line, if a module cannot be had or may not run
    public ModuleProcessor connect(ModuleSource shipped, Outputs outputs) {
        return new ModuleProcessor(
                lineups.lineup(shipped, outputs.names()),
                outputs,
                new Records(application, metrics),
                shadows,
                traces,
                threads,
                new PacedExecutor(threads));
    }

    @PreDestroy
    void stop() {
        shadows.close();
        threads.shutdownNow();
    }
}
