package dev.orderwave.servicebus.internal.queue;

/// The journals of all queues of a bus, which become durable together.
public interface Journals extends AutoCloseable {
    /// Keep nothing.
    Journals NONE = new Journals() {
        @Override
        public Journal of(String entity) {
            return Journal.NONE;
        }

        @Override
        public boolean isCommitDue() {
            return false;
        }

        @Override
        public void commit() {}

        @Override
        public void close() {}
    };

    /// The journal of a queue or of a dead-letter queue.
    Journal of(String entity);

    /// Whether so much was written down since the last commit that the next should come before more is.
    boolean isCommitDue();

    /// Makes durable what was written down since the last time: all of it or nothing. Until this returns, nobody may
    /// be told that any of it happened.
    void commit();

    @Override
    void close();
}
