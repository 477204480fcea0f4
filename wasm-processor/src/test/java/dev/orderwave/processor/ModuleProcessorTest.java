package dev.orderwave.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.dapr.IncomingBindingMetadata;
import dev.orderwave.dapr.OutgoingBindingMetadata;
import dev.orderwave.dapr.TraceContext;
import dev.orderwave.logic.OrderLogic;
import dev.orderwave.processor.lineup.Lineup;
import dev.orderwave.processor.lineup.ShadowRuns;
import dev.orderwave.processor.trace.MessageTraces;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleProcessorTest {
    private static final String ORDER = """
            {"orderId":%d,"orderGuid":"7f0c1a0e-6f5e-4c3a-9d2b-1a2b3c4d5e6f","description":"a-b-c-d-e","firstName":"Ada",\
            "lastName":"Lovelace","delivery":"%s","items":[{"orderItemId":1,"sku":"ABCDEFGHIJKLM","quantity":2}]}""";
    private static final TraceContext TRACE =
            new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", Optional.empty());

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RecordingOutput rejected = RecordingOutput.accepting();

    @Test
    void an_order_goes_untouched_to_the_output_that_its_verdict_names_and_is_acked_then() {
        var express = RecordingOutput.stalled();
        var standard = RecordingOutput.accepting();
        var processor = router(express, standard);

        var settlement = process(processor, ORDER.formatted(7, "Express"));
        assertThat(settlement).isNotDone();
        express.received.getFirst().ack();

        assertThat(settlement).isCompletedWithValue("acked");
        assertThat(text(express.received.getFirst())).isEqualTo(ORDER.formatted(7, "Express"));
        assertThat(metadata(express.received.getFirst())).containsEntry("MessageId", "7");
        assertThat(standard.received).isEmpty();
        assertThat(count("emitted")).isEqualTo(1);
    }

    @Test
    void an_order_whose_output_fails_is_nacked_and_acks_nothing() {
        var processor = router(RecordingOutput.failing(), RecordingOutput.accepting());

        var settlement = process(processor, ORDER.formatted(7, "Express"));

        assertThat(settlement).isCompletedWithValue("nacked: the queue is full");
        assertThat(rejected.received).isEmpty();
        assertThat(count("not-sent")).isEqualTo(1);
    }

    @Test
    void a_stalled_standard_output_does_not_hold_back_express_orders() {
        var express = RecordingOutput.accepting();
        var standard = RecordingOutput.stalled();
        var processor = router(express, standard);

        var stalled = IntStream.rangeClosed(1, 20)
                .mapToObj(id -> process(processor, ORDER.formatted(id, "Standard")))
                .toList();
        var flowing = IntStream.rangeClosed(21, 520)
                .mapToObj(id -> process(processor, ORDER.formatted(id, "Express")))
                .toList();

        assertThat(flowing).allSatisfy(settlement -> assertThat(settlement).isCompletedWithValue("acked"));
        assertThat(stalled).allSatisfy(settlement -> assertThat(settlement).isNotDone());
    }

    @Test
    void a_rejected_order_is_written_down_with_its_reason_before_it_is_acked() {
        var processor = router(RecordingOutput.accepting(), RecordingOutput.accepting());
        var overnight = ORDER.formatted(7, "Overnight");

        var settlement = process(processor, overnight);

        assertThat(settlement).isCompletedWithValue("acked");
        var entry = json(rejected.received.getFirst());
        assertThat(entry.get("reason").asText()).isEqualTo("delivery must be Express or Standard, was \"Overnight\"");
        assertThat(entry.get("app").asText()).isEqualTo("distributor");
        assertThat(entry.get("module").get("name").asText()).isEqualTo("order-router");
        assertThat(entry.get("module").get("sha256").asText()).hasSize(64);
        assertThat(entry.get("messageId").asText()).isEqualTo("message 7");
        assertThat(entry.get("message").asText()).isEqualTo(overnight);
        assertThat(metadata(rejected.received.getFirst()))
                .containsEntry("contentType", "application/json")
                .hasEntrySatisfying("blobName", name -> assertThat(name).matches("message_7-[0-9a-f]{16}"));
        assertThat(count("rejected")).isEqualTo(1);
    }

    @Test
    void an_order_that_cannot_be_written_down_as_rejected_is_nacked() {
        var guest = Guest.load(OrderLogic.ORDER_ROUTER.source(), Sandbox.granting());
        var processor = processor(guest, new Outputs(Map.of(), RecordingOutput.failing()));

        assertThat(process(processor, "no order")).isCompletedWithValue("nacked: the queue is full");
    }

    @Test
    void a_redelivered_rejection_overwrites_its_own_entry_and_no_other() {
        var processor = router(RecordingOutput.accepting(), RecordingOutput.accepting());

        process(processor, "no order");
        process(processor, "no order");
        process(processor, "no order either");

        var names = blobNames(rejected);
        assertThat(names.get(0)).isEqualTo(names.get(1)).isNotEqualTo(names.get(2));
    }

    @Test
    void a_redelivered_order_overwrites_its_own_blob_and_another_one_of_its_id_does_not() {
        var outbox = RecordingOutput.accepting();
        var processor = expressReceiver(outbox);
        var other = ORDER.formatted(7, "Express").replace("Ada", "Zoe");

        process(processor, ORDER.formatted(7, "Express"));
        process(processor, ORDER.formatted(7, "Express"));
        process(processor, other);

        var names = blobNames(outbox);
        assertThat(names).allMatch(name -> name.matches("7-[0-9a-f]{16}"));
        assertThat(names.get(0)).isEqualTo(names.get(1)).isNotEqualTo(names.get(2));
    }

    @Test
    void an_order_that_two_modules_handle_in_turn_has_one_blob() {
        var outbox = RecordingOutput.accepting();
        var other = blobsOf(
                ModuleSource.compiledAtLoad(
                        "another",
                        FixedModule.answering(
                                "{\"emit\":[{\"to\":\"outbox\",\"metadata\":{\"blobName\":\"7\"},\"data\":{}}]}")),
                outbox);

        process(expressReceiver(outbox), ORDER.formatted(7, "Express"));
        process(other, ORDER.formatted(7, "Express"));

        assertThat(blobNames(outbox)).hasSize(2).containsOnly(blobNames(outbox).getFirst());
    }

    @Test
    void a_blob_that_its_module_does_not_name_is_named_by_its_message() {
        var outbox = RecordingOutput.accepting();
        var nameless = ModuleSource.compiledAtLoad(
                "nameless", FixedModule.answering("{\"emit\":[{\"to\":\"outbox\",\"data\":{}}]}"));

        process(blobsOf(nameless, outbox), "an order");

        assertThat(blobNames(outbox)).containsExactly(sha256("an order").substring(0, 16));
    }

    @Test
    void a_rejected_message_that_is_no_text_is_kept_to_the_last_byte() {
        var processor = router(RecordingOutput.accepting(), RecordingOutput.accepting());
        var bytes = new byte[] {(byte) 0xff, 0, 7};

        process(processor, bytes);

        assertThat(Base64.getDecoder()
                        .decode(json(rejected.received.getFirst())
                                .get("messageBase64")
                                .asText()))
                .containsExactly(bytes);
    }

    @Test
    void a_module_that_fails_nacks_its_message_and_the_next_one_is_processed() {
        var grantedNothing = Guest.load(OrderLogic.ORDER_ROUTER.source(), Sandbox.granting("express"));
        var processor = processor(
                grantedNothing, new Outputs(Map.of("express", Output.queue(RecordingOutput.accepting())), rejected));

        var denied = process(processor, ORDER.formatted(7, "Standard"));
        var next = process(processor, ORDER.formatted(8, "Express"));

        assertThat(denied.join()).startsWith("nacked: module order-router").contains("output-denied");
        assertThat(next).isCompletedWithValue("acked");
        assertThat(count("output-denied")).isEqualTo(1);
    }

    @Test
    void a_message_that_fails_every_time_is_not_run_for_ever_and_others_are() {
        var grantedNothing = Guest.load(OrderLogic.ORDER_ROUTER.source(), Sandbox.granting("express"));
        var processor = processor(
                grantedNothing, new Outputs(Map.of("express", Output.queue(RecordingOutput.accepting())), rejected));
        var poison = ORDER.formatted(7, "Standard");

        for (int delivery = 0; delivery < Failures.MOST; delivery++) {
            assertThat(process(processor, poison).join()).contains("output-denied");
        }

        assertThat(process(processor, poison).join())
                .startsWith("nacked: module order-router")
                .contains("10 times");
        assertThat(process(processor, ORDER.formatted(8, "Standard")).join()).contains("output-denied");
        assertThat(process(processor, ORDER.formatted(9, "Express"))).isCompletedWithValue("acked");
        assertThat(count("hopeless")).isEqualTo(1);
    }

    @Test
    void a_module_that_takes_too_long_nacks_its_message() {
        var hasty = Limits.DEFAULT.withPerCall(Duration.ofNanos(1));
        var guest = Guest.load(
                ModuleSource.compiledAtLoad("endless", EndlessModule.wasm()),
                Sandbox.granting("express").withLimits(hasty));
        var processor =
                processor(guest, new Outputs(Map.of("express", Output.queue(RecordingOutput.accepting())), rejected));

        assertThat(process(processor, "an order").join()).contains("timeout");
        assertThat(count("timeout")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void an_error_of_our_own_code_nacks_its_message_and_the_next_one_is_processed(Error failure) {
        var processor = router(RecordingOutput.broken(failure), RecordingOutput.accepting());

        var broken = process(processor, ORDER.formatted(7, "Express"));
        var next = process(processor, ORDER.formatted(8, "Standard"));

        assertThat(broken).isCompletedWithValue("nacked: " + failure.getMessage());
        assertThat(next).isCompletedWithValue("acked");
        assertThat(count("broken")).isEqualTo(1);
    }

    @Test
    void an_error_before_the_module_is_called_nacks_its_message_too() {
        var outputs = new Outputs(Map.of(), rejected);
        var unlinked = new NoClassDefFoundError("a class is missing");
        var processor = new ModuleProcessor(
                Lineup.of(load(OrderLogic.ORDER_ROUTER.source(), new Outputs(Map.of(), rejected))),
                outputs,
                new Records("distributor", metrics),
                new ShadowRuns(metrics),
                MessageTraces.none(),
                Runnable::run,
                work -> {
                    throw unlinked;
                });

        assertThat(process(processor, "an order")).isCompletedWithValue("nacked: a class is missing");
    }

    static List<Error> errors() {
        return List.of(
                new StackOverflowError("too deep"),
                new NoClassDefFoundError("a class is missing"),
                new AssertionError("this cannot be"));
    }

    @Test
    void the_trace_of_an_order_goes_on_with_it() {
        var express = RecordingOutput.accepting();

        process(router(express, RecordingOutput.accepting()), ORDER.formatted(7, "Express"));

        assertThat(express.received.getFirst().getMetadata(TraceContext.class)).contains(TRACE);
    }

    @Test
    void what_is_sent_names_the_module_that_made_it() {
        var express = RecordingOutput.accepting();

        process(router(express, RecordingOutput.accepting()), ORDER.formatted(7, "Express"));

        assertThat(metadata(express.received.getFirst()).getOrDefault("module", ""))
                .matches("order-router@[0-9a-f]{12}");
    }

    @Test
    void a_shadow_gets_each_message_and_is_counted_and_never_carried_out() {
        var express = RecordingOutput.accepting();
        var outputs = new Outputs(
                Map.of("express", Output.queue(express), "standard", Output.queue(RecordingOutput.accepting())),
                rejected);
        var lineup = Lineup.shadowed(
                load(OrderLogic.ORDER_ROUTER.source(), outputs),
                load(
                        ModuleSource.compiledAtLoad(
                                "always-express",
                                FixedModule.answering(
                                        "{\"emit\":[{\"to\":\"express\",\"metadata\":{\"MessageId\":\"7\"}}]}")),
                        outputs));
        var processor = processor(lineup, outputs);

        assertThat(process(processor, ORDER.formatted(7, "Express"))).isCompletedWithValue("acked");
        assertThat(process(processor, ORDER.formatted(7, "Standard"))).isCompletedWithValue("acked");

        await().untilAsserted(() -> {
            assertThat(shadowCount("same")).isEqualTo(1);
            assertThat(shadowCount("different")).isEqualTo(1);
        });
        assertThat(express.received).hasSize(1);
    }

    @Test
    void a_shadow_that_fails_is_counted_and_harms_nobody() {
        var outputs = new Outputs(Map.of("express", Output.queue(RecordingOutput.accepting())), rejected);
        var lineup = Lineup.shadowed(
                load(OrderLogic.ORDER_ROUTER.source(), outputs),
                load(ModuleSource.compiledAtLoad("silent", FixedModule.answering("no verdict")), outputs));

        assertThat(process(processor(lineup, outputs), ORDER.formatted(7, "Express")))
                .isCompletedWithValue("acked");

        await().untilAsserted(() -> assertThat(shadowCount("failed")).isEqualTo(1));
    }

    private double shadowCount(String outcome) {
        return metrics.find("orderwave.shadow").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Guest load(ModuleSource source, Outputs outputs) {
        return Guest.load(source, Sandbox.granting(outputs.names()));
    }

    private ModuleProcessor router(RecordingOutput express, RecordingOutput standard) {
        var outputs =
                new Outputs(Map.of("express", Output.queue(express), "standard", Output.queue(standard)), rejected);
        return processor(load(OrderLogic.ORDER_ROUTER.source(), outputs), outputs);
    }

    private ModuleProcessor expressReceiver(RecordingOutput outbox) {
        return blobsOf(OrderLogic.EXPRESS_PICK_LIST.source(), outbox);
    }

    private ModuleProcessor blobsOf(ModuleSource module, RecordingOutput outbox) {
        var outputs = new Outputs(Map.of("outbox", Output.blobs(outbox)), rejected);
        return processor(load(module, outputs), outputs);
    }

    private static List<String> blobNames(RecordingOutput output) {
        return output.received.stream()
                .map(blob -> metadata(blob).getOrDefault("blobName", ""))
                .toList();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ModuleProcessor processor(Guest guest, Outputs outputs) {
        return processor(Lineup.of(guest), outputs);
    }

    private ModuleProcessor processor(Lineup lineup, Outputs outputs) {
        return new ModuleProcessor(
                lineup,
                outputs,
                new Records("distributor", metrics),
                new ShadowRuns(metrics),
                MessageTraces.none(),
                Runnable::run,
                Runnable::run);
    }

    private static CompletableFuture<String> process(ModuleProcessor processor, String body) {
        return process(processor, body.getBytes(StandardCharsets.UTF_8));
    }

    private static CompletableFuture<String> process(ModuleProcessor processor, byte[] body) {
        var settlement = new CompletableFuture<String>();
        var binding = IncomingBindingMetadata.of("q-order-ingress", Map.of("Id", "message 7"));
        processor.onNext(Message.of(
                body,
                Metadata.of(binding, TRACE),
                () -> {
                    settlement.complete("acked");
                    return CompletableFuture.completedFuture(null);
                },
                reason -> {
                    settlement.complete("nacked: " + reason.getMessage());
                    return CompletableFuture.completedFuture(null);
                }));
        return settlement;
    }

    private double count(String outcome) {
        return metrics.get("orderwave.messages")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static Map<String, String> metadata(Message<byte[]> message) {
        return message.getMetadata(OutgoingBindingMetadata.class).orElseThrow().metadata();
    }

    private static String text(Message<byte[]> message) {
        return new String(message.getPayload(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Message<byte[]> message) {
        try {
            return JsonMapper.builder().build().readTree(message.getPayload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
