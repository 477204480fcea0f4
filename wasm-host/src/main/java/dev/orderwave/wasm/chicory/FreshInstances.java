package dev.orderwave.wasm.chicory;

/// A new instance for each message.
record FreshInstances(LoadedModule module) implements Instances {

    @Override
    public int keptBytes() {
        return 0;
    }

    @Override
    public GuestInstance take() {
        return new GuestInstance(module);
    }

    @Override
    public void ready(GuestInstance instance) {
        instance.start();
    }

    @Override
    public void giveBack(GuestInstance instance) {
        instance.end();
    }
}
