package dev.orderwave.loadgen.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.QueueCounts;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueCounterIT {

    private static final LocalServiceBus LOCAL =
            LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named(WaveScheduler.QUEUE)));

    private final ServiceBus bus = ServiceBus.connect(LOCAL.connectionString())
            .managedAt(URI.create("http://localhost:" + LOCAL.statisticsPort()));

    @AfterAll
    static void stopBus() {
        LOCAL.close();
    }

    @Test
    void what_is_not_due_counts_as_scheduled() {
        try (var scheduler = WaveScheduler.connect(bus, WaveScheduler.QUEUE)) {
            scheduler.schedule(
                    DataSet.from(OrderGenerator.seeded(1), 12),
                    Instant.now().plus(Duration.ofHours(1)),
                    Progress.SILENT);
        }

        assertThat(bus.counter().count(WaveScheduler.QUEUE)).isEqualTo(new QueueCounts(0, 12, 0));
    }

    @Test
    void the_clock_of_a_bus_on_this_machine_is_this_machines() {
        var reading = bus.counter().readClock(WaveScheduler.QUEUE);

        assertThat(reading.told()).isBetween(reading.asked().minusSeconds(1), reading.answered());
    }

    @Test
    void a_queue_that_is_not_there_is_named() {
        assertThatExceptionOfType(AzureException.class)
                .isThrownBy(() -> bus.counter().count("q-nowhere"))
                .withMessageStartingWith("queue q-nowhere does not exist in http://localhost:")
                .withMessageEndingWith(": create it");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void who_may_not_count_is_told_what_he_lacks(int refusal) throws IOException {
        var strict = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        strict.createContext("/", request -> {
            request.sendResponseHeaders(refusal, -1);
            request.close();
        });
        strict.start();
        try {
            var guarded = bus.managedAt(
                    URI.create("http://localhost:" + strict.getAddress().getPort()));

            assertThatExceptionOfType(AzureException.class)
                    .isThrownBy(() -> guarded.counter().count(WaveScheduler.QUEUE))
                    .withMessageContaining("refused to tell about queue q-order-ingress: counting messages needs")
                    .withMessageEndingWith("who manages the namespace can give either");
        } finally {
            strict.stop(0);
        }
    }

    @Test
    void a_management_that_is_not_there_is_told() {
        int nobody = FreePorts.find(1).getFirst();
        var astray = bus.managedAt(URI.create("http://localhost:" + nobody));

        assertThatExceptionOfType(AzureException.class)
                .isThrownBy(() -> astray.counter().count(WaveScheduler.QUEUE))
                .withMessageStartingWith("no answer about queue q-order-ingress from the Service Bus management at"
                        + " http://localhost:" + nobody)
                .withMessageEndingWith("is it running? --servicebus-management says where");
    }
}
