package dev.orderwave.wasm.chicory;

/// Instances that begin anew with each message. As many as there are processors stay for the next messages; they are
/// wiped before they wait, so that none of them holds a message longer than its own.
final class FreshInstances implements Instances {
    private final LoadedModule module;
    private final LetGoWhenFull<GuestInstance> idle = new LetGoWhenFull<>();

    FreshInstances(LoadedModule module) {
        this.module = module;
    }

    @Override
    public int keptBytes() {
        return 0;
    }

    @Override
    public GuestInstance take() {
        var waiting = idle.poll();
        return waiting == null ? new GuestInstance(module) : waiting;
    }

    @Override
    public void ready(GuestInstance instance) {
        instance.start();
    }

    @Override
    public void giveBack(GuestInstance instance) {
        instance.end();
        idle.offer(instance);
    }
}
