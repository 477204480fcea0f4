package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class SettlingMessageTest {
    private final List<String> settled = new ArrayList<>();
    private final Message<String> message = new Told();

    @Test
    void it_settles_itself() {
        message.ack();
        message.nack(new IllegalStateException("no room"));

        assertThat(settled).containsExactly("ack", "nack: no room");
    }

    @Test
    void what_is_made_of_it_settles_it() {
        message.withPayload(7).ack();
        message.addMetadata("more").nack(new IllegalStateException("no room"));

        assertThat(settled).containsExactly("ack", "nack: no room");
    }

    @Test
    void what_is_made_of_it_has_what_was_not_replaced() {
        assertThat(message.addMetadata(7L).getPayload()).isEqualTo("order");
        assertThat(message.withPayload(7).getMetadata(String.class)).contains("metadata");
    }

    /// Keeps what it is told.
    private final class Told extends SettlingMessage<String> {
        Told() {
            super("order", Metadata.of("metadata"));
        }

        @Override
        public CompletionStage<Void> ack(Metadata own) {
            settled.add("ack");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> nack(Throwable reason, Metadata own) {
            settled.add("nack: " + reason.getMessage());
            return CompletableFuture.completedFuture(null);
        }
    }
}
