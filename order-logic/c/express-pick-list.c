/* Turns an express order into a pick list: what to take from the shelves, and nothing else. */
#include "guest/module.h"
#include "order/order.h"

static void add_pick(struct text *document, struct line line, bool first) {
    text_add(document, first ? SLICE("{\"sku\":") : SLICE(",{\"sku\":"));
    text_add(document, line.sku);
    text_add(document, SLICE(",\"quantity\":"));
    text_add_number(document, line.quantity);
    text_add(document, SLICE("}"));
}

/* A line with quantity 0 is no work for the picker. */
__attribute__((noinline)) static bool add_picks(struct text *document, struct order *order) {
    struct lines lines;
    if (!order_lines(order, &lines)) {
        return false;
    }
    bool first = true;
    do {
        struct line line;
        if (!lines_next(&lines, &line)) {
            return false;
        }
        if (line.quantity > 0) {
            add_pick(document, line, first);
            first = false;
        }
    } while (lines_has_more(&lines));
    return true;
}

struct decision decide(struct slice message) {
    struct order order;
    struct slice id;
    struct slice guid;
    if (!order_read(&order, message) || !order_id(&order, &id) || !order_text(&order, ORDER_GUID, &guid)) {
        return reject(order.reason);
    }
    struct emission emission = emission_to(SLICE("outbox"));
    emission_metadata(&emission, SLICE("blobName"), id);
    emission_metadata(&emission, SLICE("contentType"), SLICE("application/json"));
    struct text *document = emission_data(&emission);
    text_add(document, SLICE("{\"document\":\"pick-list\",\"orderId\":"));
    text_add(document, id);
    text_add(document, SLICE(",\"orderGuid\":"));
    text_add(document, guid);
    text_add(document, SLICE(",\"picks\":["));
    if (!add_picks(document, &order)) {
        return reject(order.reason);
    }
    text_add(document, SLICE("],\"module\":"));
    text_add(document, THIS_MODULE("express-pick-list"));
    text_add(document, SLICE("}"));
    return emit(&emission);
}
