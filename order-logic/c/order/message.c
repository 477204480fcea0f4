#include "message.h"

#include "utf8.h"

/* Far more than an order needs, far less than what a later reader of the document may stumble over. */
enum { DEEPEST = 100 };

/* Counts brackets outside of texts, in whatever the message is. */
static bool is_too_deep(struct slice message) {
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < message.length && depth <= DEEPEST; i++) {
        switch (message.start[i]) {
            case '\\':
                i += quoted;
                break;
            case '"':
                quoted = !quoted;
                break;
            case '{':
            case '[':
                depth += !quoted;
                break;
            case '}':
            case ']':
                depth -= !quoted && depth > 0;
                break;
        }
    }
    return depth > DEEPEST;
}

static struct text not_utf8(size_t valid) {
    struct text reason = text_begin();
    text_add(&reason, SLICE("not JSON: byte "));
    text_add_number(&reason, (uint32_t)valid);
    text_add(&reason, SLICE(" is not UTF-8"));
    return reason;
}

static struct text too_deep(void) {
    struct text reason = text_begin();
    text_add(&reason, SLICE("not an order: nested deeper than "));
    text_add_number(&reason, DEEPEST);
    text_add(&reason, SLICE(" levels"));
    return reason;
}

static struct text no_object(void) {
    struct text reason = text_begin();
    text_add(&reason, SLICE("not an order: an order is a JSON object"));
    return reason;
}

/* Lines and columns count from 1, and a column is a byte. */
static void add_position(struct text *reason, struct slice message, const uint8_t *at) {
    uint32_t line = 1;
    const uint8_t *line_start = message.start;
    for (const uint8_t *byte = message.start; byte < at; byte++) {
        if (*byte == '\n') {
            line++;
            line_start = byte + 1;
        }
    }
    text_add(reason, SLICE(" at line "));
    text_add_number(reason, line);
    text_add(reason, SLICE(" column "));
    text_add_number(reason, (uint32_t)(at - line_start) + 1);
}

static struct text there_twice(struct slice message, const struct json *json, struct slice name) {
    struct text reason = text_begin();
    text_add(&reason, SLICE("not an order: "));
    text_add(&reason, name);
    text_add(&reason, SLICE(" is there twice"));
    add_position(&reason, message, json->at - 1);
    return reason;
}

static struct text not_json(struct slice message, const struct json *json) {
    struct text reason = text_begin();
    text_add(&reason, SLICE("not JSON: "));
    text_add(&reason, json->problem);
    add_position(&reason, message, json->at);
    return reason;
}

/* Whether what stands there instead of an object is another value. What is in a list does not matter. */
static bool is_other_value(struct json *json) {
    struct slice value;
    return json_next(json, '[') || json_value(json, 0, &value);
}

/* What is wrong with its bytes comes before what is wrong with its depth, and that before all else. */
__attribute__((noinline)) static struct text why_not(struct slice message, struct json *json,
                                                     enum object_outcome outcome, struct slice twice) {
    size_t valid = utf8_valid_up_to(message);
    if (valid < message.length) {
        return not_utf8(valid);
    }
    if (is_too_deep(message)) {
        return too_deep();
    }
    if (outcome == OBJECT_FIELD_TWICE) {
        return there_twice(message, json, twice);
    }
    if (outcome == OBJECT_NONE && is_other_value(json)) {
        return no_object();
    }
    return not_json(message, json);
}

bool message_read(struct slice message, struct object *object, struct text *reason) {
    struct json json = json_read(message);
    struct slice twice = {0};
    enum object_outcome outcome = object_read(object, &json, DEEPEST, &twice);
    if (outcome == OBJECT_READ && json_end(&json)) {
        return true;
    }
    *reason = why_not(message, &json, outcome, twice);
    return false;
}
