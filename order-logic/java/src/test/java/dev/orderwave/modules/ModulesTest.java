package dev.orderwave.modules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwave.guest.Emission;
import dev.orderwave.guest.Rejection;
import dev.orderwave.json.JsonWriter;
import dev.orderwave.order.Order;
import org.junit.jupiter.api.Test;

/// The modules as plain Java. As WebAssembly they are held to the tables of `order-conformance`.
class ModulesTest {

    private static final String ORDER = """
            {"orderId":4711,"orderGuid":"g","description":"d","firstName":"f","lastName":"l","delivery":"%s",\
            "items":[{"sku":"x","quantity":3},{"sku":"y","quantity":0}]}""";

    @Test
    void an_order_goes_to_the_queue_of_its_delivery() {
        assertThat(json(OrderRouter.route(order("Express"))))
                .isEqualTo("{\"to\":\"express\",\"metadata\":{\"MessageId\":\"4711\"}}");
        assertThat(json(OrderRouter.route(order("St\\u0061ndard"))))
                .isEqualTo("{\"to\":\"standard\",\"metadata\":{\"MessageId\":\"4711\"}}");
    }

    @Test
    void a_pick_list_has_what_is_to_be_picked() {
        assertThat(json(ExpressPickList.pickList(order("Express")))).isEqualTo("""
                {"to":"outbox","metadata":{"blobName":"4711","contentType":"application/json"},"data":{\
                "document":"pick-list","orderId":4711,"orderGuid":"g","picks":[{"sku":"x","quantity":3}],\
                "module":{"name":"express-pick-list","version":"1.0.0"}}}""");
    }

    @Test
    void an_order_document_is_the_order_with_totals() {
        assertThat(json(StandardOrder.orderDocument(order("Standard")))).isEqualTo("""
                {"to":"outbox","metadata":{"blobName":"4711","contentType":"application/json"},"data":{\
                "document":"order","orderId":4711,"orderGuid":"g","description":"d","firstName":"f","lastName":"l",\
                "delivery":"Standard","items":[{"sku":"x","quantity":3},{"sku":"y","quantity":0}],\
                "totals":{"itemCount":2,"quantity":3},"module":{"name":"standard-order","version":"1.0.0"}}}""");
    }

    @Test
    void an_order_that_nobody_can_deliver_is_rejected() {
        assertThatThrownBy(() -> OrderRouter.route(order("Foo")))
                .isInstanceOf(Rejection.class)
                .hasMessage("delivery must be Express or Standard, was ");
    }

    private static Order order(String delivery) {
        return Order.read(ORDER.formatted(delivery).getBytes(UTF_8));
    }

    private static String json(Emission emission) {
        var json = new JsonWriter(256).value(emission);
        return new String(json.buffer(), 0, json.length(), UTF_8);
    }
}
