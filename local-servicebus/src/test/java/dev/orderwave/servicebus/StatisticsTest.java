package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final LocalServiceBusConfig TWO_QUEUES =
            LocalServiceBusConfig.onFreePorts(QueueConfig.named("first"), QueueConfig.named("second"));

    @Test
    void another_process_sees_the_same_statistics_as_this_one() {
        try (var bus = LocalServiceBus.start(TWO_QUEUES);
                var client = new StatisticsClient(bus.statisticsPort());
                var sender = new ServiceBusClientBuilder()
                        .connectionString(bus.connectionString())
                        .sender()
                        .queueName("second")
                        .buildClient()) {
            sender.sendMessage(new ServiceBusMessage("order"));

            assertThat(client.queues()).hasSize(2).isEqualTo(bus.queues());
            assertThat(client.queue("second").active()).isEqualTo(1);
            assertThat(client.queue("second").firstEnqueuedAt()).isNotNull();
            assertThat(client.queue("first").firstEnqueuedAt()).isNull();
        }
    }

    @Test
    void a_queue_is_described_over_http_as_a_namespace_does_it() throws Exception {
        try (var bus = LocalServiceBus.start(TWO_QUEUES);
                var http = HttpClient.newHttpClient();
                var sender = new ServiceBusClientBuilder()
                        .connectionString(bus.connectionString())
                        .sender()
                        .queueName("second")
                        .buildClient()) {
            sender.sendMessage(new ServiceBusMessage("order"));

            var base = URI.create("http://127.0.0.1:%d/".formatted(bus.statisticsPort()));
            var second = http.send(
                    HttpRequest.newBuilder(base.resolve("second?api-version=2021-05"))
                            .build(),
                    BodyHandlers.ofString());
            var third = http.send(HttpRequest.newBuilder(base.resolve("third")).build(), BodyHandlers.ofString());
            assertThat(second.body())
                    .contains("<QueueDescription ")
                    .contains(":ActiveMessageCount>1<")
                    .contains(":DeadLetterMessageCount>0<");
            assertThat(third.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_queue_there_is_not_is_named() {
        try (var bus = LocalServiceBus.start(TWO_QUEUES);
                var client = new StatisticsClient(bus.statisticsPort())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bus.queue("third"))
                    .withMessageContaining("third")
                    .withMessageContaining("first");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.queue("third"))
                    .withMessageContaining("third");
        }
    }

    @Test
    void a_bus_that_is_gone_is_an_error_of_the_client() {
        var bus = LocalServiceBus.start(TWO_QUEUES);
        try (var client = new StatisticsClient(bus.statisticsPort())) {
            bus.close();

            assertThatThrownBy(client::queues)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is local-servicebus running?");
        }
    }

    @Test
    void a_port_in_use_is_named() {
        try (var bus = LocalServiceBus.start(TWO_QUEUES)) {
            var samePort = new LocalServiceBusConfig(bus.port(), 0, TWO_QUEUES.queues());
            var sameStatisticsPort = new LocalServiceBusConfig(0, bus.statisticsPort(), TWO_QUEUES.queues());

            assertThatThrownBy(() -> LocalServiceBus.start(samePort)).hasMessageContaining("port " + bus.port());
            assertThatThrownBy(() -> LocalServiceBus.start(sameStatisticsPort))
                    .hasMessageContaining("port " + bus.statisticsPort());
        }
    }
}
