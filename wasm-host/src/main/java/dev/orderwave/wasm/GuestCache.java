package dev.orderwave.wasm;

import dev.orderwave.wasm.chicory.Code;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Many modules in one process, one per tenant for example, of which those that are in use are loaded.
///
/// A module is loaded when it is asked for, and unloaded when others were asked for since and there is no room for all.
/// Whoever has a guest in hand then finishes with it. Modules of equal bytes share their code. With a [ClassCache] a
/// module that comes back takes milliseconds; without, it is compiled again.
///
/// Safe for any number of threads. While one loads a module, others who ask for the same wait, and nobody else does.
public final class GuestCache {
    private final Function<String, ModuleSource> modules;
    private final Sandbox sandbox;
    private final long mostBytes;

    /// Oldest use first.
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, WeakReference<Code>> codes = new HashMap<>();
    private long bytes;

    /// @param modules finds the module of a name; may take its time, and may throw
    /// @param sandbox the same for all
    /// @param mostBytes how much is loaded at once, in bytes of the modules and of their snapshots, if they
    ///     have one; what is loaded takes about five times as much memory. One module is loaded however large it is
    public GuestCache(Function<String, ModuleSource> modules, Sandbox sandbox, long mostBytes) {
        this.modules = modules;
        this.sandbox = sandbox;
        this.mostBytes = mostBytes;
    }

    /// The guest of that name, loaded now unless it is there.
    ///
    /// @throws GuestException if it cannot be loaded; it is tried again the next time
    public Guest guest(String name) {
        var mine = new Entry();
        var entry = enter(name, mine);
        if (entry == mine) {
            load(name, mine);
        }
        try {
            return entry.guest.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /// The guest of that name, if it is loaded.
    public synchronized Optional<Guest> loaded(String name) {
        return Optional.ofNullable(entries.get(name))
                .map(entry -> entry.guest)
                .filter(guest -> guest.state() == Future.State.SUCCESS)
                .map(CompletableFuture::resultNow);
    }

    /// Looks at every module that is loaded, and replaces those that have changed. A message that is being handled
    /// ends with the module it began with.
    ///
    /// @param failed is told of a module that cannot be had or loaded any more; the old one stays
    public void refresh(BiConsumer<String, RuntimeException> failed) {
        for (var name : names()) {
            try {
                refresh(name);
            } catch (RuntimeException failure) {
                failed.accept(name, failure);
            }
        }
    }

    private void refresh(String name) {
        var source = modules.apply(name);
        if (loaded(name).filter(guest -> !guest.module().equals(source.info())).isEmpty()) {
            return;
        }
        var changed = new Entry();
        var guest = Guest.start(source.info(), shared(source), sandbox);
        changed.guest.complete(guest);
        replace(name, changed);
        makeRoom(changed, source.wasm().length + guest.keptBytes());
    }

    private synchronized List<String> names() {
        return List.copyOf(entries.keySet());
    }

    private synchronized void replace(String name, Entry changed) {
        var before = entries.put(name, changed);
        bytes -= before == null ? 0 : before.bytes;
    }

    /// How many modules are loaded.
    public synchronized int size() {
        return entries.size();
    }

    private synchronized Entry enter(String name, Entry mine) {
        return entries.computeIfAbsent(name, _ -> mine);
    }

    private void load(String name, Entry entry) {
        try {
            var source = modules.apply(name);
            var code = shared(source);
            var guest = Guest.start(source.info(), code, sandbox);
            entry.guest.complete(guest);
            makeRoom(entry, source.wasm().length + guest.keptBytes());
        } catch (RuntimeException | Error failure) {
            forget(name, entry);
            entry.guest.completeExceptionally(failure);
        }
    }

    private Code shared(ModuleSource source) {
        var sha256 = source.info().sha256();
        return known(sha256).orElseGet(() -> remember(sha256, Code.of(source, sandbox.limits())));
    }

    private synchronized Optional<Code> known(String sha256) {
        return Optional.ofNullable(codes.get(sha256)).map(WeakReference::get);
    }

    private synchronized Code remember(String sha256, Code code) {
        codes.values().removeIf(reference -> reference.refersTo(null));
        codes.put(sha256, new WeakReference<>(code));
        return code;
    }

    private synchronized void makeRoom(Entry loaded, int size) {
        loaded.bytes = size;
        bytes += size;
        for (var oldest = entries.values().iterator(); bytes > mostBytes && oldest.hasNext(); ) {
            var entry = oldest.next();
            if (entry != loaded && entry.bytes > 0) {
                bytes -= entry.bytes;
                oldest.remove();
            }
        }
    }

    private synchronized void forget(String name, Entry failed) {
        entries.remove(name, failed);
    }

    /// A module that is loaded, or about to be.
    private static final class Entry {
        private final CompletableFuture<Guest> guest = new CompletableFuture<>();

        /// 0 until it is loaded.
        private long bytes;
    }
}
