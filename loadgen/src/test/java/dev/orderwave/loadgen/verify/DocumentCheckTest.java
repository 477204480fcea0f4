package dev.orderwave.loadgen.verify;

import static dev.orderwave.loadgen.order.Delivery.EXPRESS;
import static dev.orderwave.loadgen.order.Delivery.STANDARD;
import static dev.orderwave.loadgen.verify.Documents.altered;
import static dev.orderwave.loadgen.verify.Documents.bytes;
import static dev.orderwave.loadgen.verify.Documents.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.loadgen.order.Delivery;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCheckTest {

    private static final String PICK_LIST = """
            {"document":"pick-list","orderId":7,"orderGuid":"c0ffee00-0000-4000-8000-000000000007",
             "picks":[{"sku":"ABCDEFGHIJ123","quantity":3}],
             "module":{"name":"express-pick-list","version":"1.0.0"}}
            """;

    private static final String STANDARD_ORDER = """
            {"module":{"name":"standard-order","version":"2.1.0"},
             "document":"order","orderId":7,"orderGuid":"c0ffee00-0000-4000-8000-000000000007",
             "description":"five-word-slug-like-this","firstName":"Zo\\u00eb","lastName":"𠮷田","delivery":"Standard",
             "items":[{"orderItemId":1,"sku":"ABCDEFGHIJ123","quantity":3},
                      {"orderItemId":2,"sku":"KLMNOPQRST456","quantity":0}],
             "totals":{"quantity":3,"itemCount":2}}
            """;

    @Test
    void a_pick_list_leaves_out_lines_without_quantity() {
        assertThat(DocumentCheck.fault(order(7, EXPRESS), bytes(PICK_LIST))).isEmpty();
    }

    @Test
    void a_standard_order_keeps_every_line_and_adds_totals() {
        assertThat(DocumentCheck.fault(order(7, STANDARD), bytes(STANDARD_ORDER)))
                .isEmpty();
    }

    @Test
    void the_first_field_that_differs_is_named() {
        assertFault(
                EXPRESS,
                document -> ((ObjectNode) document.at("/picks/0")).put("quantity", 4),
                "picks[0].quantity should be 3, is 4");
        assertFault(
                EXPRESS,
                document -> ((ArrayNode) document.path("picks")).addObject().put("sku", "X"),
                "picks[1] should be absent, is {\"sku\":\"X\"}");
        assertFault(STANDARD, document -> document.put("lastName", "??"), "lastName should be \"𠮷田\", is \"??\"");
        assertFault(STANDARD, document -> document.put("orderId", "7"), "orderId should be 7, is \"7\"");
        assertFault(
                STANDARD,
                document -> document.remove("totals"),
                "totals should be {\"itemCount\":2,\"quantity\":3}, is absent");
        assertFault(STANDARD, document -> document.put("note", "hi"), "note should be absent, is \"hi\"");
    }

    @Test
    void a_document_must_tell_which_module_made_it() {
        assertFault(EXPRESS, document -> document.remove("module"), "module.name should be a text, is absent");
        assertFault(
                EXPRESS,
                document -> document.putObject("module").put("name", "m").put("version", ""),
                "module.version should be a text, is \"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"document\":", "not json"})
    void a_document_that_is_not_json_is_told_as_such(String content) {
        assertThat(DocumentCheck.fault(order(7, EXPRESS), bytes(content)))
                .get()
                .asString()
                .startsWith("the document is not");
    }

    private static void assertFault(Delivery delivery, Consumer<ObjectNode> change, String fault) {
        var order = order(7, delivery);

        assertThat(DocumentCheck.fault(order, altered(order, change))).contains(fault);
    }
}
