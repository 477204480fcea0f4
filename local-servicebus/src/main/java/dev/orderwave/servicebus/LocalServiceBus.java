package dev.orderwave.servicebus;

import dev.orderwave.servicebus.internal.amqp.AmqpServer;
import dev.orderwave.servicebus.internal.control.ControlServer;
import dev.orderwave.servicebus.internal.journal.JournalFile;
import dev.orderwave.servicebus.internal.queue.Journals;
import java.util.List;
import java.util.concurrent.CompletionException;

/// Azure Service Bus queues in this JVM: no container, no Azure. Without a journal, nothing is kept when it closes.
///
/// Any Azure SDK, and daprd, connects with [#connectionString()] as it would to the official emulator.
/// Any credential is accepted, so it listens on the loopback address only.
public final class LocalServiceBus implements AutoCloseable {
    private final Journals journals;
    private final AmqpServer amqp;
    private final ControlServer control;

    private LocalServiceBus(Journals journals, AmqpServer amqp, ControlServer control) {
        this.journals = journals;
        this.amqp = amqp;
        this.control = control;
    }

    /// Starts a bus with what its journal still has; when this returns, clients can connect.
    public static LocalServiceBus start(LocalServiceBusConfig config) {
        var journals = config.journal().<Journals>map(JournalFile::open).orElse(Journals.NONE);
        try {
            return start(config, journals);
        } catch (RuntimeException e) {
            journals.close();
            throw e;
        }
    }

    /// @param journals closed with the bus
    static LocalServiceBus start(LocalServiceBusConfig config, Journals journals) {
        var amqp = AmqpServer.start(config, journals);
        try {
            var control = ControlServer.start(config.statisticsPort(), amqp::statistics, amqp.faults());
            return new LocalServiceBus(journals, amqp, control);
        } catch (RuntimeException e) {
            amqp.close();
            throw e;
        }
    }

    public int port() {
        return amqp.port();
    }

    public int statisticsPort() {
        return control.port();
    }

    /// What an Azure SDK needs to connect. The flag at its end makes the SDKs talk without TLS.
    public String connectionString() {
        return "Endpoint=sb://localhost:" + port()
                + ";SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";
    }

    /// How one queue is doing now.
    public QueueStatistics queue(String name) {
        return queues().stream()
                .filter(queue -> queue.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no queue \"" + name + "\" on this bus, only "
                        + queues().stream().map(QueueStatistics::name).toList()));
    }

    /// How all queues are doing, at the same moment.
    public List<QueueStatistics> queues() {
        return amqp.statistics();
    }

    /// Makes queues of this bus misbehave, for tests of its clients.
    public Faults faults() {
        return amqp.faults();
    }

    /// Waits for the one thing that ends a bus by itself: its journal can no longer be written. Throws that.
    void awaitFailure() {
        try {
            amqp.failure().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    @Override
    public void close() {
        control.close();
        amqp.close();
        journals.close();
    }
}
