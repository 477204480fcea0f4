package dev.orderwave.azure;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusClientBuilder.ServiceBusReceiverClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import com.azure.messaging.servicebus.models.SubQueue;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/// A Service Bus namespace, real or local. Its clients share one connection, which closes with the last of them.
public final class ServiceBus {

    private static final String PUBLIC_CLOUD = ".servicebus.windows.net";

    /// A busy queue gets a second and a third try.
    private static final AmqpRetryOptions RETRIES = new AmqpRetryOptions()
            .setMaxRetries(2)
            .setDelay(Duration.ofMillis(500))
            .setMaxDelay(Duration.ofSeconds(5))
            .setTryTimeout(Duration.ofSeconds(20));

    private static final AmqpRetryOptions ONCE =
            new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(Duration.ofSeconds(20));

    private final Supplier<ServiceBusClientBuilder> connection;
    private final ServiceBusClientBuilder clients;
    private final Management management;

    private ServiceBus(Supplier<ServiceBusClientBuilder> connection, Management management) {
        this.connection = connection;
        this.clients = connection.get().retryOptions(RETRIES);
        this.management = management;
    }

    /// Opens nothing yet: a namespace that is not there shows at the first call.
    public static ServiceBus connect(String connectionString) {
        try {
            return new ServiceBus(
                    () -> new ServiceBusClientBuilder().connectionString(connectionString),
                    Management.connect(connectionString));
        } catch (RuntimeException malformed) {
            throw BusFaults.malformedConnectionString(malformed);
        }
    }

    /// As whoever is signed in: a workload identity, a managed identity, or the user of the Azure CLI.
    ///
    /// @param namespace its name, or its whole host name
    public static ServiceBus connectAsSignedIn(String namespace) {
        var credential = new DefaultAzureCredentialBuilder().build();
        return new ServiceBus(
                () -> new ServiceBusClientBuilder()
                        .fullyQualifiedNamespace(hostName(namespace))
                        .credential(credential),
                Management.connect(hostName(namespace), credential));
    }

    /// With its management elsewhere than where a namespace, or the emulator, has it.
    public ServiceBus managedAt(URI endpoint) {
        return new ServiceBus(connection, management.at(endpoint));
    }

    static String hostName(String namespace) {
        return namespace.contains(".") ? namespace : namespace + PUBLIC_CLOUD;
    }

    public ServiceBusSenderAsyncClient sender(String queue) {
        return clients.sender().queueName(queue).buildAsyncClient();
    }

    /// A sender that sends everything once, on a connection of its own, and is of no use after a fault. The others send
    /// again what was not answered, and the queue then has it twice if only the answer was lost.
    public ServiceBusSenderAsyncClient onceOnlySender(String queue) {
        return connection.get().retryOptions(ONCE).sender().queueName(queue).buildAsyncClient();
    }

    /// Its host.
    public String namespace() {
        return management.namespace();
    }

    /// Counts the messages of its queues.
    public QueueCounter counter() {
        return management.counter();
    }

    public QueueBrowser queue(String queue) {
        return new QueueBrowser(this, queue, false);
    }

    /// What the queue gave up.
    public QueueBrowser deadLetters(String queue) {
        return new QueueBrowser(this, queue, true);
    }

    /// Receives what the queue gave up, and leaves it there until it is told that a message is done.
    public ServiceBusReceiverClient deadLetterReceiver(String queue) {
        return deadLetterClients(queue).buildClient();
    }

    ServiceBusReceiverAsyncClient peeker(String queue) {
        return receiver(queue).buildAsyncClient();
    }

    ServiceBusReceiverAsyncClient deadLetterPeeker(String queue) {
        return deadLetterClients(queue).buildAsyncClient();
    }

    private ServiceBusReceiverClientBuilder deadLetterClients(String queue) {
        return receiver(queue).subQueue(SubQueue.DEAD_LETTER_QUEUE);
    }

    private ServiceBusReceiverClientBuilder receiver(String queue) {
        return clients.receiver().queueName(queue).disableAutoComplete();
    }
}
