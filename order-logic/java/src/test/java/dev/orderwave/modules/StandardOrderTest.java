package dev.orderwave.modules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.order.Order;
import org.junit.jupiter.api.Test;

class StandardOrderTest {

    @Test
    void an_order_document_is_the_order_with_totals() {
        var order = """
                {"orderId":4711,"orderGuid":"g","description":"d","firstName":"f","lastName":"l",\
                "delivery":"Standard","items":[{"sku":"x","quantity":3},{"sku":"y","quantity":2}]}""";

        assertThat(document(order)).isEqualTo("""
                {"to":"outbox","metadata":{"blobName":"4711","contentType":"application/json"},"data":{\
                "document":"order","orderId":4711,"orderGuid":"g","description":"d","firstName":"f","lastName":"l",\
                "delivery":"Standard","items":[{"sku":"x","quantity":3},{"sku":"y","quantity":2}],\
                "totals":{"itemCount":2,"quantity":5},"module":{"name":"standard-order","version":"1.0.0"}}}""");
    }

    private static String document(String order) {
        return JsonOf.emission(StandardOrder.orderDocument(Order.read(order.getBytes(UTF_8))));
    }
}
