package dev.orderwave.modules;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import land.oras.exception.OrasException;

/// Everything that is asked of a registry, bounded in time: the library waits for an answer for ever.
record RegistryCall(Duration patience) {

    /// @throws ModuleStoreException whatever goes wrong
    <T> T about(OciReference reference, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("module-store").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ModuleStoreException(
                    "%s: registry %s took longer than %d ms: it is slow or hangs, or the limit is too low for the module."
                            .formatted(reference, reference.registry(), patience.toMillis()),
                    e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModuleStoreException("%s: interrupted while waiting for its registry.".formatted(reference), e);
        } catch (ExecutionException e) {
            throw failure(reference, e);
        }
    }

    private static RuntimeException failure(OciReference reference, ExecutionException failure) {
        return switch (failure.getCause()) {
            case ModuleStoreException e -> e;
            case OrasException e -> RegistryAnswer.of(reference, e);
            case null, default -> new ModuleStoreException("%s: %s".formatted(reference, failure.getCause()), failure);
        };
    }
}
