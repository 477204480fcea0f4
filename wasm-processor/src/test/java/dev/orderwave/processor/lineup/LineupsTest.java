package dev.orderwave.processor.lineup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderwave.logic.OrderLogic;
import dev.orderwave.processor.FixedModule;
import dev.orderwave.processor.ServedRoutes;
import dev.orderwave.wasm.Verdict;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineupsTest {
    private static final byte[] MESSAGE = "no order".getBytes(UTF_8);
    private static final String TOKEN = "let me in";

    @RegisterExtension
    private final ServedRoutes routes = new ServedRoutes();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> config = new HashMap<>(Map.of("watch", "PT0.02S"));
    private Optional<Lineups> lineups = Optional.empty();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        lineups.ifPresent(Lineups::stop);
    }

    @Test
    void what_a_service_ships_serves_unless_another_source_is_configured() {
        assertThat(reason(lineup(), "any")).startsWith("not JSON");

        config.put("source", file("other.wasm", "other").toString());
        assertThat(reason(lineup(), "any")).isEqualTo("other");
    }

    @Test
    void a_source_that_does_not_exist_is_told_in_one_line() {
        config.put("source", "/no/such/module.wasm");

        assertThatThrownBy(this::lineup)
                .hasMessageContaining("/no/such/module.wasm")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_file_that_changes_takes_over() throws IOException {
        var source = file("rules.wasm", "first");
        config.put("source", source.toString());
        var lineup = lineup();

        Files.write(source, FixedModule.answering("{\"reject\":\"second\"}"));

        await().untilAsserted(() -> assertThat(reason(lineup, "any")).isEqualTo("second"));
    }

    /// The shadow is looked at by the same thread: when it has changed, the serving module was looked at too.
    @Test
    void a_file_that_changes_into_no_module_leaves_the_old_one_serving() throws IOException {
        var source = file("rules.wasm", "first");
        config.put("source", source.toString());
        config.put("shadow", file("shadow.wasm", "first").toString());
        var lineup = lineup();
        var shadow = lineup.shadow();

        Files.writeString(source, "no module");
        file("shadow.wasm", "second");

        await().untilAsserted(() -> assertThat(lineup.shadow()).isNotEqualTo(shadow));
        assertThat(reason(lineup, "any")).isEqualTo("first");
        file("rules.wasm", "mended");
        await().untilAsserted(() -> assertThat(reason(lineup, "any")).isEqualTo("mended"));
    }

    @Test
    void a_candidate_takes_its_share_and_the_same_messages_again() {
        config.put("source", file("old.wasm", "old").toString());
        config.put("candidate.source", file("new.wasm", "new").toString());
        config.put("candidate.percent", "50");
        var lineup = lineup();

        var messages = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        var once = messages.stream().map(id -> reason(lineup, id)).toList();

        assertThat(once).contains("old", "new");
        assertThat(messages.stream().map(id -> reason(lineup, id)).toList()).isEqualTo(once);
    }

    @Test
    void an_attribute_of_the_message_chooses_its_module() {
        file("north.wasm", "from the north");
        config.put("source", file("old.wasm", "for everybody").toString());
        config.put("attribute.name", "tenant");
        config.put("attribute.source", folder + "/{}.wasm");
        var lineup = lineup();

        assertThat(reason(lineup, message("north"))).isEqualTo("from the north");
        assertThat(lineup.choose(message("north"))).isInstanceOf(Choice.Ready.class);
        assertThat(reason(lineup, new Arrived("7", Map.of()))).isEqualTo("for everybody");
        assertThatThrownBy(() -> reason(lineup, message("south"))).hasMessageContaining("south.wasm");
    }

    @Test
    void an_attributes_module_that_changes_is_replaced() throws IOException {
        var source = file("north.wasm", "first");
        config.put("attribute.name", "tenant");
        config.put("attribute.source", folder + "/{}.wasm");
        var lineup = lineup();
        assertThat(reason(lineup, message("north"))).isEqualTo("first");

        Files.write(source, FixedModule.answering("{\"reject\":\"second\"}"));

        await().untilAsserted(() -> assertThat(reason(lineup, message("north"))).isEqualTo("second"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/b", "", ".hidden", "a b", "x:latest@sha256"})
    void an_attribute_cannot_name_a_module_of_another_place(String tenant) {
        config.put("attribute.name", "tenant");
        config.put("attribute.source", folder + "/{}.wasm");
        var lineup = lineup();

        assertThatThrownBy(() -> reason(lineup, message(tenant))).isInstanceOf(UnknownModuleException.class);
    }

    @Test
    void a_module_that_is_put_takes_over() {
        config.put("management-token", TOKEN);
        var lineup = lineup();

        var answer = put("serving", "application/wasm", FixedModule.answering("{\"reject\":\"put\"}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"serving\":{\"name\":\"order-router\",\"sha256\":");
        assertThat(reason(lineup, "any")).isEqualTo("put");
    }

    @Test
    void a_reference_that_is_put_is_fetched_and_takes_over() {
        config.put("management-token", TOKEN);
        var lineup = lineup();

        assertThat(put(
                                "serving",
                                "text/plain",
                                file("rules.wasm", "fetched").toString().getBytes(UTF_8))
                        .body())
                .contains("\"name\":\"rules\"");
        assertThat(reason(lineup, "any")).isEqualTo("fetched");
    }

    @Test
    void a_module_that_may_not_run_is_refused_with_the_reason_and_the_old_one_stays() {
        config.put("management-token", TOKEN);
        var lineup = lineup();

        var answer = put("serving", "application/wasm", "no module".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not-wasm");
        assertThat(reason(lineup, "any")).startsWith("not JSON");
    }

    @Test
    void candidate_and_shadow_come_and_go() {
        config.put("management-token", TOKEN);
        config.put("source", file("old.wasm", "old").toString());
        var lineup = lineup();
        var another = FixedModule.answering("{\"reject\":\"new\"}");

        assertThat(put("candidate?percent=100", "application/wasm", another).body())
                .contains("\"percent\":100");
        assertThat(reason(lineup, "any")).isEqualTo("new");
        assertThat(send("DELETE", "candidate", "", BodyPublishers.noBody(), TOKEN)
                        .body())
                .doesNotContain("candidate");
        assertThat(reason(lineup, "any")).isEqualTo("old");

        put("shadow", "application/wasm", another);
        assertThat(lineup.shadow()).isPresent();
        send("DELETE", "shadow", "", BodyPublishers.noBody(), TOKEN);
        assertThat(lineup.shadow()).isEmpty();
    }

    @Test
    void who_does_not_know_the_token_changes_nothing() {
        var nobody = lineup();
        assertThat(put("serving", "text/plain", MESSAGE).statusCode()).isEqualTo(403);
        assertThat(reason(nobody, "any")).startsWith("not JSON");
    }

    @Test
    void a_wrong_token_is_refused() {
        config.put("management-token", TOKEN);
        lineup();

        assertThat(send("PUT", "serving", "text/plain", BodyPublishers.ofString("x"), "guess")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_is_no_role_is_not_found() {
        config.put("management-token", TOKEN);
        lineup();

        assertThat(put("master", "text/plain", MESSAGE).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "serving", "", BodyPublishers.noBody(), TOKEN).statusCode())
                .isEqualTo(404);
    }

    private Lineup lineup() {
        lineups.ifPresent(Lineups::stop);
        var properties = new HashMap<String, String>();
        config.forEach((key, value) -> properties.put("orderwave.module." + key, value));
        var smallrye = new SmallRyeConfigBuilder()
                .withMapping(ModuleConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        var made = new Lineups(smallrye.getConfigMapping(ModuleConfig.class), routes.router());
        lineups = Optional.of(made);
        return made.lineup(OrderLogic.ORDER_ROUTER.source(), Set.of("express", "standard"));
    }

    private Path file(String name, String reason) {
        try {
            return Files.write(folder.resolve(name), FixedModule.answering("{\"reject\":\"" + reason + "\"}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Incoming message(String tenant) {
        return new Arrived("7", Map.of("tenant", tenant));
    }

    private static String reason(Lineup lineup, String id) {
        return reason(lineup, new Arrived(id, Map.of()));
    }

    private static String reason(Lineup lineup, Incoming message) {
        var guest = switch (lineup.choose(message)) {
            case Choice.Ready(var ready) -> ready;
            case Choice.ToLoad(var toLoad) -> toLoad.get();
        };
        return ((Verdict.Reject) guest.handle(MESSAGE)).reason();
    }

    private HttpResponse<String> put(String role, String type, byte[] body) {
        return send("PUT", role, type, BodyPublishers.ofByteArray(body), TOKEN);
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body, String token) {
        var uri = routes.uri("/modules/" + path);
        var request = HttpRequest.newBuilder(uri)
                .method(method, body)
                .header("Content-Type", type.isEmpty() ? "text/plain" : type)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A message as a lineup sees it.
    private record Arrived(String id, Map<String, String> attributes) implements Incoming {
        @Override
        public Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }
    }
}
