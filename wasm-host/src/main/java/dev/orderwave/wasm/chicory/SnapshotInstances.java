package dev.orderwave.wasm.chicory;

/// Instances that are put back to a snapshot after each message. As many as there are processors stay for the next
/// messages; they are restored before they wait, so that none of them holds a message longer than its own.
final class SnapshotInstances implements Instances {
    private final LoadedModule module;
    private final GuestInstance.Snapshot snapshot;
    private final LetGoWhenFull<GuestInstance> idle = new LetGoWhenFull<>();

    SnapshotInstances(LoadedModule module, GuestInstance.Snapshot snapshot) {
        this.module = module;
        this.snapshot = snapshot;
    }

    @Override
    public int keptBytes() {
        return snapshot.size();
    }

    @Override
    public GuestInstance take() {
        var waiting = idle.poll();
        return waiting == null ? new GuestInstance(module) : waiting;
    }

    @Override
    public void ready(GuestInstance instance) {
        if (instance.isStarted()) {
            instance.claim();
        } else {
            instance.startFrom(snapshot);
        }
    }

    @Override
    public void giveBack(GuestInstance instance) {
        instance.restore(snapshot);
        instance.release();
        idle.offer(instance);
    }
}
