package dev.orderwave.modules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.guest.Rejection;
import dev.orderwave.order.Order;
import org.junit.jupiter.api.Test;

class OrderRouterTest {

    @Test
    void an_order_goes_to_the_queue_of_its_delivery() {
        assertThat(routed("Express")).isEqualTo("{\"to\":\"express\",\"metadata\":{\"MessageId\":\"4711\"}}");
        assertThat(routed("Standard")).isEqualTo("{\"to\":\"standard\",\"metadata\":{\"MessageId\":\"4711\"}}");
    }

    @Test
    void a_delivery_may_be_escaped() {
        assertThat(routed("St\\u0061ndard")).contains("\"to\":\"standard\"");
    }

    @Test
    void an_order_that_nobody_can_deliver_is_rejected() {
        assertThatThrownBy(() -> routed("Foo"))
                .isInstanceOf(Rejection.class)
                .hasMessage("delivery must be Express or Standard, was ");
    }

    private static String routed(String delivery) {
        var message = "{\"orderId\":4711,\"delivery\":\"%s\"}".formatted(delivery);
        return JsonOf.emission(OrderRouter.route(Order.read(message.getBytes(UTF_8))));
    }
}
