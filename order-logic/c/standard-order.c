/* Turns a standard order into an order document: the order as it came, with totals. */
#include "guest/module.h"
#include "order/order.h"

struct totals {
    uint32_t item_count;
    uint32_t quantity;
};

/* What an order document needs of an order. */
struct content {
    struct slice id;
    struct slice guid;
    struct slice description;
    struct slice first_name;
    struct slice last_name;
    enum delivery delivery;
    struct slice items;
    struct totals totals;
};

static bool add_up(struct order *order, struct totals *totals) {
    struct lines lines;
    if (!order_lines(order, &lines)) {
        return false;
    }
    *totals = (struct totals){0};
    do {
        struct line line;
        if (!lines_next(&lines, &line)) {
            return false;
        }
        totals->item_count++;
        totals->quantity += line.quantity;
    } while (lines_has_more(&lines));
    return true;
}

static bool read(struct content *content, struct order *order, struct slice message) {
    return order_read(order, message) && order_id(order, &content->id) &&
           order_text(order, ORDER_GUID, &content->guid) &&
           order_text(order, DESCRIPTION, &content->description) &&
           order_text(order, FIRST_NAME, &content->first_name) &&
           order_text(order, LAST_NAME, &content->last_name) && order_delivery(order, &content->delivery) &&
           order_items(order, &content->items) && add_up(order, &content->totals);
}

static void add_field(struct text *document, struct slice name_and_colon, struct slice value) {
    text_add(document, name_and_colon);
    text_add(document, value);
}

static void add_document(struct text *document, const struct content *content) {
    bool express = content->delivery == EXPRESS;
    add_field(document, SLICE("{\"document\":\"order\",\"orderId\":"), content->id);
    add_field(document, SLICE(",\"orderGuid\":"), content->guid);
    add_field(document, SLICE(",\"description\":"), content->description);
    add_field(document, SLICE(",\"firstName\":"), content->first_name);
    add_field(document, SLICE(",\"lastName\":"), content->last_name);
    add_field(document, SLICE(",\"delivery\":"), express ? SLICE("\"Express\"") : SLICE("\"Standard\""));
    add_field(document, SLICE(",\"items\":"), content->items);
    text_add(document, SLICE(",\"totals\":{\"itemCount\":"));
    text_add_number(document, content->totals.item_count);
    text_add(document, SLICE(",\"quantity\":"));
    text_add_number(document, content->totals.quantity);
    add_field(document, SLICE("},\"module\":"), THIS_MODULE("standard-order"));
    text_add(document, SLICE("}"));
}

struct decision decide(struct slice message) {
    struct order order;
    struct content content;
    if (!read(&content, &order, message)) {
        return reject(order.reason);
    }
    struct emission emission = emission_to(SLICE("outbox"));
    emission_metadata(&emission, SLICE("blobName"), content.id);
    emission_metadata(&emission, SLICE("contentType"), SLICE("application/json"));
    add_document(emission_data(&emission), &content);
    return emit(&emission);
}
