package dev.orderwave.servicebus.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueStatistics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Azure's Go SDK, as daprd's Service Bus binding uses it.
class DaprdConformanceIT {
    private static final Duration LONGER_THAN_THE_LOCK = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_METADATA = "{}";

    @TempDir
    Path directory;

    private final LocalServiceBus bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(Scenario.queues()));
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private HttpServer app;
    private DaprdBindings daprd;

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        app.createContext("/", this::answer);
        app.start();
        daprd = DaprdBindings.start(bus, app.getAddress().getPort(), directory);
    }

    @AfterEach
    void stop() {
        daprd.close();
        app.stop(0);
        bus.close();
    }

    @TestFactory
    Stream<DynamicTest> daprd_finds_everything_as_in_service_bus() {
        return DaprdBindings.daprdScenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.title(), () -> run(scenario)));
    }

    private void run(Scenario scenario) {
        switch (scenario) {
            case SEND -> {
                send(scenario);
                completes(scenario, 1);
            }
            case SCHEDULE -> {
                var due = Instant.now().plusSeconds(2);
                assertThat(daprd.send(scenario, "{\"ScheduledEnqueueTimeUtc\": \"" + due + "\"}"))
                        .isLessThan(300);
                completes(scenario, 1);
                assertThat(queue(scenario).lastCompletedAt()).isAfter(due.minusMillis(1));
            }
            case ABANDON -> {
                send(scenario);
                completes(scenario, 1);
                assertThat(queue(scenario).abandoned()).isEqualTo(1);
            }
            case LAST_DELIVERY -> {
                send(scenario);
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(queue(scenario).deadLettered()).isEqualTo(1));
                assertThat(queue(scenario).delivered()).isEqualTo(2);
            }
            case RENEW -> {
                send(scenario);
                completes(scenario, 1);
                assertThat(queue(scenario).lockExpired()).isZero();
                assertThat(queue(scenario).delivered()).isEqualTo(1);
            }
            case CONNECTIONS_DROPPED -> {
                send(scenario);
                completes(scenario, 1);
                bus.faults().inject(scenario.key(), new Fault.DropConnections());
                send(scenario);
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(queue(scenario).isDrained()).isTrue());
                assertThat(queue(scenario).completed()).isGreaterThanOrEqualTo(2);
            }
            default -> throw new AssertionError("a binding has no words for " + scenario);
        }
    }

    /// The app behind daprd: fails once, or always, or takes longer than the lock, as the scenario wants it.
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = exchange.getRequestURI().getPath().substring(1);
            var call = calls.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
            if (name.equals(Scenario.RENEW.key())) {
                var end = Instant.now().plus(LONGER_THAN_THE_LOCK);
                await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
            }
            var fails = name.equals(Scenario.LAST_DELIVERY.key()) || (name.equals(Scenario.ABANDON.key()) && call == 1);
            exchange.sendResponseHeaders(fails ? 500 : 200, -1);
        }
    }

    private void send(Scenario scenario) {
        await().atMost(PATIENCE).until(() -> daprd.send(scenario, NO_METADATA) < 300);
    }

    private void completes(Scenario scenario, long count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(queue(scenario).completed()).isEqualTo(count));
    }

    private QueueStatistics queue(Scenario scenario) {
        return bus.queue(scenario.key());
    }
}
