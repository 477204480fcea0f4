package dev.orderwave.processor;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
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
    private final MeterRegistry metrics;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("module-", 0).daemon().factory());

    @Inject
    ModuleProcessors(@ConfigProperty(name = "quarkus.application.name") String application, MeterRegistry metrics) {
        this.application = application;
        this.metrics = metrics;
    }

    /// Loads the module and connects it to what it may send to.
    ///
    /// @throws dev.orderwave.wasm.GuestException if the module is not one that may run
    public ModuleProcessor connect(ModuleSource module, Outputs outputs) {
        var guest = Guest.load(module, Sandbox.granting(outputs.names()));
        ProcessorLog.LOG.loaded(guest.module().toString(), outputs.names().toString());
        var outcomes = new Outcomes(metrics, guest.module());
        return new ModuleProcessor(
                guest, outputs, new Rejections(application, guest.module()), outcomes, new PacedExecutor(threads));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
