package dev.orderwave.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// An order that nothing is wrong with, and what each role makes of it. For orders too large to be written in a table.
record GoodOrder(JsonNode fields) {

    private static final List<String> DOCUMENT_FIELDS =
            List.of("orderId", "orderGuid", "description", "firstName", "lastName", "delivery", "items");

    static GoodOrder parse(String order) {
        try {
            return new GoodOrder(VerdictJson.JSON.readTree(order));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a good order is JSON", e);
        }
    }

    ObjectNode verdict(Role role) {
        var id = fields.required("orderId").asText();
        var verdict = VerdictJson.JSON.createObjectNode();
        var emission = verdict.putArray("emit").addObject();
        switch (role) {
            case ORDER_ROUTER -> {
                emission.put("to", fields.required("delivery").textValue().toLowerCase(Locale.ROOT));
                emission.putObject("metadata").put("MessageId", id);
            }
            case EXPRESS_PICK_LIST, STANDARD_ORDER -> {
                emission.put("to", "outbox");
                emission.putObject("metadata").put("blobName", id).put("contentType", "application/json");
                emission.set("data", document(role));
            }
        }
        return verdict;
    }

    private ObjectNode document(Role role) {
        var document = role == Role.EXPRESS_PICK_LIST ? pickList() : orderDocument();
        document.putObject("module").put("name", role.roleName()).put("version", "1.0.0");
        return document;
    }

    private ObjectNode pickList() {
        var document = VerdictJson.JSON.createObjectNode().put("document", "pick-list");
        document.set("orderId", fields.required("orderId"));
        document.set("orderGuid", fields.required("orderGuid"));
        var picks = document.putArray("picks");
        for (var line : fields.required("items")) {
            if (quantity(line) > 0) {
                var pick = picks.addObject();
                pick.set("sku", line.required("sku"));
                pick.set("quantity", line.required("quantity"));
            }
        }
        return document;
    }

    private ObjectNode orderDocument() {
        var document = VerdictJson.JSON.createObjectNode().put("document", "order");
        DOCUMENT_FIELDS.forEach(name -> document.set(name, fields.required(name)));
        var items = fields.required("items");
        var quantity = items.valueStream().mapToInt(GoodOrder::quantity).sum();
        document.putObject("totals").put("itemCount", items.size()).put("quantity", quantity);
        return document;
    }

    private static int quantity(JsonNode line) {
        return line.required("quantity").intValue();
    }
}
