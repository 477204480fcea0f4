package dev.orderwave.modules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.order.Order;
import org.junit.jupiter.api.Test;

class ExpressPickListTest {

    @Test
    void a_pick_list_has_what_is_to_be_picked() {
        var order = """
                {"orderId":4711,"orderGuid":"g","items":[{"sku":"x","quantity":3},{"sku":"y","quantity":0}]}""";

        assertThat(pickList(order)).isEqualTo("""
                {"to":"outbox","metadata":{"blobName":"4711","contentType":"application/json"},"data":{\
                "document":"pick-list","orderId":4711,"orderGuid":"g","picks":[{"sku":"x","quantity":3}],\
                "module":{"name":"express-pick-list","version":"1.0.0"}}}""");
    }

    private static String pickList(String order) {
        return JsonOf.emission(ExpressPickList.pickList(Order.read(order.getBytes(UTF_8))));
    }
}
