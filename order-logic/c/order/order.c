#include "order.h"

#include "message.h"
#include "reason.h"
#include "text_value.h"

/* The message was read, so nothing in it is nested deeper. */
enum { LEVELS_LEFT = 100 };

enum { LARGEST_QUANTITY = 10 };

enum line_field { SKU, QUANTITY };

enum { ORDER_FIELDS = ITEMS + 1, LINE_FIELDS = QUANTITY + 1 };

_Static_assert(ORDER_FIELDS <= OBJECT_MOST_FIELDS && LINE_FIELDS <= OBJECT_MOST_FIELDS, "a field has no place");

/* In the order of enum order_field. */
static const struct slice order_fields[ORDER_FIELDS] = {
    SLICE("orderId"),  SLICE("orderGuid"), SLICE("description"), SLICE("firstName"),
    SLICE("lastName"), SLICE("delivery"),  SLICE("items"),
};

static const struct slice line_fields[LINE_FIELDS] = {SLICE("sku"), SLICE("quantity")};

static bool unacceptable(struct order *order, struct text reason) {
    order->reason = reason;
    return false;
}

static struct subject field_of_order(enum order_field field) {
    return (struct subject){.field = order_fields[field]};
}

/* A value as it was written. */
static bool value_of(struct order *order, enum order_field field, struct slice *value) {
    *value = order->fields.values[field];
    return value->start != NULL || unacceptable(order, reason_missing(field_of_order(field)));
}

static bool is_text(struct slice value) {
    return value.start[0] == '"';
}

__attribute__((noinline)) bool order_read(struct order *order, struct slice message) {
    *order = (struct order){.fields = {.names = order_fields, .count = ORDER_FIELDS}};
    return message_read(message, &order->fields, &order->reason);
}

/* The value of an integer without sign, or a number above all that are asked for if it is none. */
static uint64_t natural_number(struct slice value) {
    const size_t most_digits_that_fit = 19;
    if (value.length > most_digits_that_fit) {
        return UINT64_MAX;
    }
    uint64_t number = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.start[i] < '0' || value.start[i] > '9') {
            return UINT64_MAX;
        }
        number = number * 10 + (value.start[i] - '0');
    }
    return number;
}

__attribute__((noinline)) bool order_id(struct order *order, struct slice *id) {
    if (!value_of(order, ORDER_ID, id)) {
        return false;
    }
    uint64_t number = natural_number(*id);
    return (number > 0 && number <= INT64_MAX) ||
           unacceptable(order, reason_value(field_of_order(ORDER_ID), SLICE("a positive integer"), *id));
}

bool order_delivery(struct order *order, enum delivery *delivery) {
    struct slice value;
    if (!value_of(order, DELIVERY, &value)) {
        return false;
    }
    if (is_text(value)) {
        struct slice text = {value.start + 1, value.length - 2};
        *delivery = text_value_is(text, SLICE("Express")) ? EXPRESS : STANDARD;
        if (*delivery == EXPRESS || text_value_is(text, SLICE("Standard"))) {
            return true;
        }
    }
    return unacceptable(order, reason_value(field_of_order(DELIVERY), SLICE("Express or Standard"), value));
}

__attribute__((noinline)) bool order_text(struct order *order, enum order_field field, struct slice *text) {
    return value_of(order, field, text) &&
           (is_text(*text) || unacceptable(order, reason_value(field_of_order(field), SLICE("text"), *text)));
}

bool order_items(struct order *order, struct slice *items) {
    return value_of(order, ITEMS, items);
}

bool order_lines(struct order *order, struct lines *lines) {
    struct slice items;
    if (!order_items(order, &items)) {
        return false;
    }
    *lines = (struct lines){order, json_read(items), 0};
    if (!json_next(&lines->json, '[')) {
        return unacceptable(order, reason_value(field_of_order(ITEMS), SLICE("a list"), items));
    }
    return !json_next(&lines->json, ']') || unacceptable(order, reason_no_lines());
}

static bool reject_line(struct lines *lines, struct json at) {
    struct subject line = {SLICE(""), true, lines->next};
    struct slice value;
    json_value(&at, LEVELS_LEFT, &value);
    return unacceptable(lines->order, reason_value(line, SLICE("an object with one sku and one quantity"), value));
}

/* The value of a field of the line that is read next. */
static bool value_in_line(struct lines *lines, const struct object *fields, enum line_field field,
                          struct slice *value) {
    struct subject subject = {line_fields[field], true, lines->next};
    *value = fields->values[field];
    return value->start != NULL || unacceptable(lines->order, reason_missing(subject));
}

static bool read_sku(struct lines *lines, const struct object *fields, struct slice *sku) {
    struct subject subject = {line_fields[SKU], true, lines->next};
    return value_in_line(lines, fields, SKU, sku) &&
           (is_text(*sku) || unacceptable(lines->order, reason_value(subject, SLICE("text"), *sku)));
}

static bool read_quantity(struct lines *lines, const struct object *fields, uint32_t *quantity) {
    struct subject subject = {line_fields[QUANTITY], true, lines->next};
    struct slice value;
    if (!value_in_line(lines, fields, QUANTITY, &value)) {
        return false;
    }
    uint64_t number = natural_number(value);
    *quantity = (uint32_t)number;
    return number <= LARGEST_QUANTITY ||
           unacceptable(lines->order, reason_value(subject, SLICE("an integer from 0 to 10"), value));
}

__attribute__((noinline)) bool lines_next(struct lines *lines, struct line *line) {
    struct json start = lines->json;
    struct object fields = {.names = line_fields, .count = LINE_FIELDS};
    struct slice twice;
    if (object_read(&fields, &lines->json, LEVELS_LEFT, &twice) != OBJECT_READ) {
        return reject_line(lines, start);
    }
    if (!read_sku(lines, &fields, &line->sku) || !read_quantity(lines, &fields, &line->quantity)) {
        return false;
    }
    lines->next++;
    return true;
}

bool lines_has_more(struct lines *lines) {
    return json_next(&lines->json, ',');
}
