package dev.orderwave.servicebus;

import dev.orderwave.servicebus.internal.amqp.AmqpServer;
import dev.orderwave.servicebus.internal.control.ControlServer;
import java.util.List;

/// Azure Service Bus queues in this JVM: no container, no Azure, nothing kept when it closes.
///
/// Any Azure SDK, and daprd, connects with [#connectionString()] as it would to the official emulator.
/// Any credential is accepted, so it listens on the loopback address only.
public final class LocalServiceBus implements AutoCloseable {
    private final AmqpServer amqp;
    private final ControlServer control;

    private LocalServiceBus(AmqpServer amqp, ControlServer control) {
        this.amqp = amqp;
        this.control = control;
    }

    /// Starts a bus; when this returns, clients can connect.
    public static LocalServiceBus start(LocalServiceBusConfig config) {
        var amqp = AmqpServer.start(config);
        try {
            return new LocalServiceBus(
                    amqp, ControlServer.start(config.statisticsPort(), amqp::statistics, amqp.faults()));
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

    @Override
    public void close() {
        control.close();
        amqp.close();
    }
}
