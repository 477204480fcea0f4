package dev.orderwave.loadgen.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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
