package dev.orderwave.modules;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Looks again and again whether a reference still names the module that is in use, and tells when it does not.
///
/// A file is read each time. It has changed once two looks in a row saw the same new content, so that a file which
/// is just being written is left alone. For a tag the registry is asked for a digest, and only a new one is
/// fetched. What cannot change, a resource or a digest, is not looked at.
public final class ModuleWatch implements AutoCloseable {
    private final ModuleStore store;
    private final ModuleReference reference;
    private final Consumer<ModuleNews> listener;
    private Version known;
    private Optional<Digest> seenBefore = Optional.empty();
    private String missedBefore = "";
    private String failureTold = "";
    private Runnable stop = () -> {};
    private volatile boolean closed;

    ModuleWatch(ModuleStore store, StoredModule current, Consumer<ModuleNews> listener) {
        this.store = store;
        this.reference = current.reference();
        this.listener = listener;
        this.known = current.pinned().map(OciReference::version).orElse(current.digest());
    }

    /// Starts to look.
    ///
    /// @param current what is in use, as `store` fetched it; its reference is watched
    /// @param period between the end of one look and the start of the next
    /// @param executor runs the looks, which wait for files and networks, and the listener
    /// @param listener told of one piece of news after the other. What it throws goes to the thread's handler of
    ///     uncaught exceptions, and the watch goes on
    public static ModuleWatch start(
            ModuleStore store,
            StoredModule current,
            Duration period,
            ScheduledExecutorService executor,
            Consumer<ModuleNews> listener) {
        var watch = new ModuleWatch(store, current, listener);
        if (watch.canChange()) {
            var looks = executor.scheduleWithFixedDelay(
                    watch::lookSafely, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
            watch.stop = () -> looks.cancel(false);
        }
        return watch;
    }

    /// Looks no more. A look that is under way ends without a word.
    @Override
    public void close() {
        closed = true;
        stop.run();
    }

    private boolean canChange() {
        return switch (reference) {
            case FileReference _ -> true;
            case ClasspathReference _ -> false;
            case OciReference oci -> oci.version() instanceof Tag;
        };
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) { // or the executor would stop looking, and nobody would know
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    void look() {
        switch (reference) {
            case FileReference file -> lookAt(file);
            case OciReference oci -> lookAt(oci);
            case ClasspathReference _ -> {}
        }
    }

    private void lookAt(FileReference file) {
        try {
            var module = store.fetch(file);
            boolean stands = seenBefore.equals(Optional.of(module.digest()));
            seenBefore = Optional.of(module.digest());
            missedBefore = "";
            if (stands) {
                found(module.digest(), module);
            }
        } catch (ModuleStoreException e) {
            boolean stands = missedBefore.equals(e.getMessage());
            missedBefore = String.valueOf(e.getMessage());
            seenBefore = Optional.empty();
            if (stands) {
                failed(e);
            }
        }
    }

    private void lookAt(OciReference oci) {
        try {
            var digest = store.resolve(oci);
            if (digest.equals(known)) {
                failureTold = "";
            } else {
                found(digest, store.fetch(oci.at(digest)).askedForAs(oci));
            }
        } catch (ModuleStoreException e) {
            failed(e);
        }
    }

    private void found(Digest version, StoredModule module) {
        failureTold = "";
        if (!version.equals(known)) {
            known = version;
            tell(new ModuleNews.Changed(module));
        }
    }

    private void failed(ModuleStoreException reason) {
        if (!failureTold.equals(reason.getMessage())) {
            failureTold = String.valueOf(reason.getMessage());
            tell(new ModuleNews.Failed(reason));
        }
    }

    private void tell(ModuleNews news) {
        if (!closed) {
            listener.accept(news);
        }
    }
}
