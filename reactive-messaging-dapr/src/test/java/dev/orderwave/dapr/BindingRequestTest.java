package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.dapr.v1.DaprBindingsProtos.InvokeBindingRequest;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The SDK's generated class reads what we write.
class BindingRequestTest {
    private final Random random = new Random(42);

    @Test
    void what_is_encoded_is_what_the_sdk_reads() throws InvalidProtocolBufferException {
        for (int size : new int[] {0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152}) {
            check(new BindingRequest("express-outbox", "create", bytes(size), Map.of("blobName", "4711-größer")));
        }
    }

    @Test
    void a_request_may_have_much_metadata_or_none_and_empty_fields() throws InvalidProtocolBufferException {
        check(new BindingRequest("", "", bytes(0), Map.of()));
        check(new BindingRequest("b", "get", bytes(3), Map.of("", "", "key", "")));
        check(new BindingRequest(
                "b",
                "create",
                bytes(10),
                IntStream.range(0, 300).boxed().collect(Collectors.toMap(i -> "key " + i, i -> "v".repeat(i)))));
    }

    private static void check(BindingRequest request) throws InvalidProtocolBufferException {
        var read = InvokeBindingRequest.parseFrom(request.encode());
        assertThat(read.getName()).isEqualTo(request.binding());
        assertThat(read.getOperation()).isEqualTo(request.operation());
        assertThat(read.getData().toByteArray()).isEqualTo(request.data());
        assertThat(read.getMetadataMap()).isEqualTo(request.metadata());
        assertThat(read.getUnknownFields().asMap()).isEmpty();
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
