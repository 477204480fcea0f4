package dev.orderwave.servicebus.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockTokenTest {
    @Test
    void a_delivery_tag_is_in_the_byte_order_of_a_dotnet_guid() {
        var token = new LockToken(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));

        assertThat(HexFormat.of().formatHex(token.toDeliveryTag())).isEqualTo("33221100554477668899aabbccddeeff");
    }
}
