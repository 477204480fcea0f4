package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.internal.message.SentMessage;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.message.Message;

/// Messages as senders encode them.
@SuppressWarnings("JavaUtilDate") // the type proton-j encodes as an AMQP timestamp
final class SampleMessages {
    private SampleMessages() {}

    static SentMessage ofSize(int bytes) {
        return sent(message(bytes));
    }

    static SentMessage withTimeToLive(long millis) {
        return withTimeToLive(millis, 10);
    }

    static SentMessage withTimeToLive(long millis, int bytes) {
        var message = message(bytes);
        message.setTtl(millis);
        return sent(message);
    }

    static SentMessage withId(String id) {
        var message = message(10);
        message.setMessageId(id);
        return sent(message);
    }

    static SentMessage scheduledAt(long epochMillis) {
        return scheduledAt(epochMillis, 10);
    }

    static SentMessage scheduledAt(long epochMillis, int bytes) {
        var message = message(bytes);
        message.setMessageAnnotations(new MessageAnnotations(
                new HashMap<>(Map.of(Symbol.valueOf("x-opt-scheduled-enqueue-time"), new Date(epochMillis)))));
        return sent(message);
    }

    private static Message message(int size) {
        var body = new byte[size];
        Arrays.fill(body, (byte) size);
        var message = Proton.message();
        message.setBody(new Data(new Binary(body)));
        return message;
    }

    private static SentMessage sent(Message message) {
        var body = ((Data) message.getBody()).getValue().getLength();
        var room = new byte[body + 500];
        return SentMessage.of(Arrays.copyOf(room, message.encode(room, 0, room.length)));
    }
}
