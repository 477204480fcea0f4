#include "reason.h"

enum { LONGEST_SHOWN = 60 };

static struct text begin_with(struct subject subject) {
    struct text text = text_begin();
    if (subject.in_line) {
        text_add(&text, SLICE("items["));
        text_add_number(&text, subject.line);
        text_add(&text, SLICE("]"));
        if (subject.field.length > 0) {
            text_add(&text, SLICE("."));
        }
    }
    text_add(&text, subject.field);
    return text;
}

/* How many bytes the first characters of a value take, or all of them if there are no more characters than that. */
static size_t shown_length(struct slice value) {
    size_t characters = 0;
    for (size_t i = 0; i < value.length; i++) {
        bool starts_character = (value.start[i] & 0xc0) != 0x80;
        if (starts_character && characters++ == LONGEST_SHOWN) {
            return i;
        }
    }
    return value.length;
}

struct text reason_missing(struct subject subject) {
    struct text text = begin_with(subject);
    text_add(&text, SLICE(" is missing"));
    return text;
}

struct text reason_value(struct subject subject, struct slice rule, struct slice value) {
    struct text text = begin_with(subject);
    size_t shown = shown_length(value);
    text_add(&text, SLICE(" must be "));
    text_add(&text, rule);
    text_add(&text, SLICE(", was "));
    text_add(&text, (struct slice){value.start, shown});
    if (shown < value.length) {
        text_add(&text, SLICE("..."));
    }
    return text;
}

struct text reason_no_lines(void) {
    struct text text = text_begin();
    text_add(&text, SLICE("items must have at least one line"));
    return text;
}
