package dev.orderwave.loadgen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is started in a cluster, and its endpoints as others call them.
class ServeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static LocalStorage storage;
    private static LocalServiceBus bus;
    private static ChildProcess service;
    private static URI address;

    @BeforeAll
    static void start() {
        storage = LocalStorage.start();
        bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named("q-order-ingress")));
        var port = FreePorts.find(1).getFirst();
        address = URI.create("http://127.0.0.1:" + port);
        service = ChildProcess.start(
                "loadgen",
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "serve",
                        "--port",
                        Integer.toString(port)),
                Map.of(
                        "BLOB_CONNECTION_STRING",
                        storage.connectionString(),
                        "SERVICEBUS_CONNECTION_STRING",
                        bus.connectionString()),
                Path.of("."),
                directory.resolve("loadgen.log"));
        service.awaitStatus(address.resolve("/healthz"), 200, Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        service.close();
        bus.close();
        storage.close();
    }

    @Test
    void orders_can_be_looked_at() throws Exception {
        assertThat(get("/test-data?count=3").body()).hasSize(3);
        assertThat(get("/test-data").body()).hasSize(5);
    }

    @Test
    void a_data_set_is_stored_and_scheduled_and_not_again_before_it_is_over() throws Exception {
        var stored = post("/test-data", "{\"count\": 7}");
        var scheduled = post("/schedule-test", "{\"scheduleDelayMinutes\": 60}");

        assertThat(stored.body().get("count").asInt()).isEqualTo(7);
        assertThat(scheduled.status()).isEqualTo(200);
        assertThat(scheduled.body().get("orders").asInt()).isEqualTo(7);
        assertThat(scheduled.body().get("scheduledTimestamp").asText()).endsWith("Z");

        var again = post("/schedule-test", "{\"scheduleDelayMinutes\": 60}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("error").asText()).startsWith("orders of the last schedule are due until ");
        assertThat(bus.queue("q-order-ingress").scheduled()).isEqualTo(7);
    }

    @Test
    void what_cannot_be_done_is_said_with_its_value() throws Exception {
        var none = post("/test-data", "{\"count\": 0}");
        var past = post("/schedule-test", "{\"scheduleDelayMinutes\": -1}");

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().get("error").asText()).isEqualTo("count must be 1 to 10000000, was 0");
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.body().get("error").asText())
                .contains("scheduleDelayMinutes")
                .contains("-1");
    }

    @Test
    void what_is_not_json_is_a_wrong_request() throws Exception {
        assertThat(send(HttpRequest.newBuilder(address.resolve("/test-data"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("seven")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void it_describes_itself() throws Exception {
        var description = send(HttpRequest.newBuilder(address.resolve("/openapi")));

        assertThat(description.body()).contains("/test-data:", "/schedule-test:", "/healthz:");
    }

    private static Answer get(String path) throws IOException, InterruptedException {
        return Answer.of(send(HttpRequest.newBuilder(address.resolve(path))));
    }

    private static Answer post(String path, String body) throws IOException, InterruptedException {
        return Answer.of(send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private record Answer(int status, JsonNode body) {
        static Answer of(HttpResponse<String> response) throws IOException {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        }
    }
}
