/* A text that is being written. It lies at the end of what was taken of the memory and grows in place, so one is
 * written at a time: nothing else may be taken until it is done. One that is given up is left where it is.
 */
#ifndef TEXT_H
#define TEXT_H

#include "slice.h"

struct text {
    uint8_t *start;
    size_t length;
    /* The memory was not enough for all of it. */
    bool cut;
};

struct text text_begin(void);

void text_add(struct text *text, struct slice bytes);

void text_add_number(struct text *text, uint32_t number);

/* What was written, for others to read. */
static inline struct slice text_slice(const struct text *text) {
    return (struct slice){text->start, text->length};
}

#endif
