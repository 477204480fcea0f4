package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void messages_share_a_chunk_until_it_is_full() {
        assertThat(chunkSizes(messages(5, 1_000), 3_000)).containsExactly(2, 2, 1);
    }

    @Test
    void all_messages_stay_in_sequence() {
        var messages = messages(100, 500).toList();

        assertThat(messages.stream().gather(Chunks.ofBytes(3_000)).flatMap(List::stream))
                .containsExactlyElementsOf(messages);
    }

    @Test
    void a_message_larger_than_a_chunk_goes_alone() {
        assertThat(chunkSizes(messages(3, 5_000), 3_000)).containsExactly(1, 1, 1);
    }

    @Test
    void no_message_makes_no_chunk() {
        assertThat(chunkSizes(Stream.empty(), 3_000)).isEmpty();
    }

    private static List<Integer> chunkSizes(Stream<ServiceBusMessage> messages, int maxBytes) {
        return messages.gather(Chunks.ofBytes(maxBytes)).map(List::size).toList();
    }

    private static Stream<ServiceBusMessage> messages(int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(index -> new ServiceBusMessage(BinaryData.fromBytes(new byte[bytes])));
    }
}
