/* An order as it comes in.
 *
 * Reading one checks that the whole message is JSON, and nothing else: each module asks for the fields it needs and
 * gets the value or, if the function is false, a reason why the order is not acceptable. Text is passed on as it was
 * written, quotes and escapes and all.
 */
#ifndef ORDER_H
#define ORDER_H

#include "../guest/text.h"
#include "object.h"

enum order_field { ORDER_ID, ORDER_GUID, DESCRIPTION, FIRST_NAME, LAST_NAME, DELIVERY, ITEMS };

enum delivery { EXPRESS, STANDARD };

struct order {
    struct object fields;
    struct text reason;
};

/* One line of an order: how many of what. */
struct line {
    struct slice sku;
    uint32_t quantity;
};

/* The lines that were not looked at yet. */
struct lines {
    struct order *order;
    struct json json;
    uint32_t next;
};

bool order_read(struct order *order, struct slice message);

/* Also the name of the blob, so it must be a number that every reader reads the same way: here as it was written. */
bool order_id(struct order *order, struct slice *id);

bool order_delivery(struct order *order, enum delivery *delivery);

/* The value of a field that is text. */
bool order_text(struct order *order, enum order_field field, struct slice *text);

/* All lines as they were written. */
bool order_items(struct order *order, struct slice *items);

/* Where to read the lines from; there is at least one. */
bool order_lines(struct order *order, struct lines *lines);

bool lines_next(struct lines *lines, struct line *line);

/* Behind a line: whether there is another one. */
bool lines_has_more(struct lines *lines);

#endif
