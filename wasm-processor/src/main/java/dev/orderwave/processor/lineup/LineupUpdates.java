package dev.orderwave.processor.lineup;

import dev.orderwave.modules.ModuleNews;
import dev.orderwave.modules.ModuleStore;
import dev.orderwave.modules.ModuleWatch;
import dev.orderwave.modules.StoredModule;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Changes a lineup when what its modules came from has changed. A new module is made ready beside the old one first;
/// if it is not one that may run, the old one stays and the log says why.
final class LineupUpdates {
    private final ModuleStore store;
    private final ModuleLoader loader;
    private final LineupChanges changes;
    private final Duration period;
    private final ScheduledExecutorService looks;

    /// @param looks does the looking, and the loading of what has changed
    LineupUpdates(
            ModuleStore store,
            ModuleLoader loader,
            LineupChanges changes,
            Duration period,
            ScheduledExecutorService looks) {
        this.store = store;
        this.loader = loader;
        this.changes = changes;
        this.period = period;
        this.looks = looks;
    }

    /// Whoever has this role is replaced from now on when its source changes.
    void follow(Role role, StoredModule current) {
        ModuleWatch.start(store, current, period, looks, news -> take(role, news));
    }

    void follow(AttributeModules modules) {
        looks.scheduleWithFixedDelay(modules::refresh, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void take(Role role, ModuleNews news) {
        switch (news) {
            case ModuleNews.Changed(var module) -> replace(role, module);
            case ModuleNews.Failed(var reason) -> refused(role, reason);
        }
    }

    private void replace(Role role, StoredModule module) {
        try {
            changes.join(role, loader.load(module));
        } catch (RuntimeException e) {
            refused(role, e);
        }
    }

    private static void refused(Role role, RuntimeException reason) {
        LineupLog.LOG.refused(role.toString(), String.valueOf(reason.getMessage()));
    }
}
