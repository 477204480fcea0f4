package dev.orderwave.servicebus.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.Footer;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine's own codec is the judge: it writes what is read here, and reads what is written here.
@SuppressWarnings("JavaUtilDate") // the type proton-j encodes as an AMQP timestamp
class SentMessageTest {
    private static final BrokerFacts FACTS = new BrokerFacts(42, 1_000, 3, 0, null, new UUID(1, 2), 61_000);

    @Test
    void a_delivered_message_is_the_sent_one_plus_what_the_broker_knows() {
        var message = order();
        message.setMessageId("order-7");
        message.setApplicationProperties(new ApplicationProperties(new HashMap<>(Map.of("attempt", 1))));
        message.setFooter(new Footer(new HashMap<>(Map.of(Symbol.valueOf("checksum"), 7L))));

        var delivered = delivered(SentMessage.of(encoded(message)));

        assertThat(delivered.getMessageId()).isEqualTo("order-7");
        assertThat(delivered.getApplicationProperties().getValue()).isEqualTo(Map.of("attempt", 1));
        assertThat(body(delivered)).isEqualTo("order 7");
        assertThat(delivered.getFooter().getValue()).isEqualTo(Map.of(Symbol.valueOf("checksum"), 7L));
        assertThat(delivered.getDeliveryCount()).isEqualTo(3);
        assertThat(annotations(delivered))
                .containsEntry("x-opt-sequence-number", 42L)
                .containsEntry("x-opt-enqueue-sequence-number", 42L)
                .containsEntry("x-opt-enqueued-time", new Date(1_000))
                .containsEntry("x-opt-locked-until", new Date(61_000))
                .containsEntry("x-opt-message-state", 0)
                .doesNotContainKey("x-opt-deadletter-source");
    }

    @Test
    void a_message_without_any_section_but_its_body_gets_a_header() {
        var delivered = delivered(SentMessage.of(encoded(order())));

        assertThat(delivered.getHeader()).isNotNull();
        assertThat(body(delivered)).isEqualTo("order 7");
    }

    @Test
    void the_senders_header_fields_are_kept() {
        var message = order();
        message.setDurable(true);
        message.setPriority((short) 9);
        message.setTtl(5_000);

        var sent = SentMessage.of(encoded(message));

        assertThat(sent.timeToLive()).isEqualTo(5_000);
        assertThat(delivered(sent).isDurable()).isTrue();
        assertThat(delivered(sent).getPriority()).isEqualTo((short) 9);
        assertThat(delivered(sent).getTtl()).isEqualTo(5_000);
    }

    @Test
    void the_senders_annotations_are_kept_but_not_those_of_the_broker() {
        var message = order();
        message.setMessageAnnotations(new MessageAnnotations(new HashMap<>(Map.of(
                Symbol.valueOf("x-opt-scheduled-enqueue-time"),
                new Date(9_000),
                Symbol.valueOf("x-opt-mine"),
                "kept",
                Symbol.valueOf("x-opt-sequence-number"),
                4711L))));
        message.setDeliveryAnnotations(new DeliveryAnnotations(new HashMap<>(Map.of(Symbol.valueOf("hop"), 1))));

        var sent = SentMessage.of(encoded(message));

        assertThat(sent.scheduledEnqueueTime()).isEqualTo(9_000);
        assertThat(annotations(delivered(sent)))
                .containsEntry("x-opt-scheduled-enqueue-time", new Date(9_000))
                .containsEntry("x-opt-mine", "kept")
                .containsEntry("x-opt-sequence-number", 42L);
        assertThat(delivered(sent).getDeliveryAnnotations().getValue())
                .isEqualTo(Map.of(Symbol.valueOf("x-opt-lock-token"), new UUID(1, 2)));
    }

    @Test
    void application_properties_are_added_or_replaced_and_the_rest_stays() {
        var message = order();
        message.setMessageId("order-7");
        message.setApplicationProperties(
                new ApplicationProperties(new HashMap<>(Map.of("attempt", 1, "DeadLetterReason", "old"))));

        var changed = SentMessage.of(encoded(message))
                .with(ModifiedProperties.of(Map.of("DeadLetterReason", "NoItems", "note", "ä")));

        assertThat(delivered(changed).getApplicationProperties().getValue())
                .isEqualTo(Map.of("attempt", 1, "DeadLetterReason", "NoItems", "note", "ä"));
        assertThat(delivered(changed).getMessageId()).isEqualTo("order-7");
        assertThat(body(delivered(changed))).isEqualTo("order 7");
    }

    @Test
    void application_properties_are_added_where_there_were_none() {
        var changed =
                SentMessage.of(encoded(order())).with(ModifiedProperties.of(Map.of("DeadLetterReason", "NoItems")));

        assertThat(delivered(changed).getApplicationProperties().getValue())
                .isEqualTo(Map.of("DeadLetterReason", "NoItems"));
        assertThat(body(delivered(changed))).isEqualTo("order 7");
    }

    @Test
    void a_batch_is_taken_apart_into_its_messages() {
        var envelope = new AmqpWriter(64);
        for (var number = 1; number <= 3; number++) {
            var message = order();
            message.setMessageId("order-" + number);
            var data = Proton.message();
            data.setBody(new Data(new Binary(encoded(message))));
            var bytes = encoded(data);
            envelope.raw(bytes, 0, bytes.length);
        }

        var batch = SentMessage.ofBatch(envelope.toByteArray());

        assertThat(batch)
                .extracting(sent -> delivered(sent).getMessageId())
                .containsExactly("order-1", "order-2", "order-3");
    }

    @Test
    void a_message_cut_short_is_malformed() {
        var bytes = encoded(order());

        assertThatThrownBy(() -> SentMessage.of(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("more bytes were announced");
    }

    @ParameterizedTest
    @CsvSource({
        "'no amqp at all',         6e6f",
        "'no such section',        00536040",
        "'a described descriptor', 00000000",
        "'no such type',           00537010",
        "'a list beyond 2 GiB',    005373d0ffffffff00000000",
    })
    void bytes_that_are_no_message_are_malformed(String why, String hex) {
        assertThatThrownBy(() -> SentMessage.of(HexFormat.of().parseHex(hex)))
                .as(why)
                .isInstanceOf(MalformedMessageException.class);
    }

    private static Message order() {
        var message = Proton.message();
        message.setBody(new Data(new Binary("order 7".getBytes(StandardCharsets.UTF_8))));
        return message;
    }

    private static byte[] encoded(Message message) {
        var bytes = new byte[4096];
        return Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length));
    }

    private static Message delivered(SentMessage sent) {
        var bytes = FACTS.encode(sent).toByteArray();
        var message = Proton.message();
        message.decode(bytes, 0, bytes.length);
        return message;
    }

    private static String body(Message message) {
        return new String(((Data) message.getBody()).getValue().getArray(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> annotations(Message message) {
        var annotations = new HashMap<String, Object>();
        message.getMessageAnnotations().getValue().forEach((name, value) -> annotations.put(name.toString(), value));
        return annotations;
    }
}
