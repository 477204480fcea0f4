/* Why a field is not acceptable, in words. */
#ifndef REASON_H
#define REASON_H

#include "../guest/text.h"

/* What a reason is about: a field of the order, one of its lines, or a field of a line. */
struct subject {
    struct slice field;
    bool in_line;
    uint32_t line;
};

/* items[1].quantity is missing */
struct text reason_missing(struct subject subject);

/* items[1].quantity must be an integer from 0 to 10, was -1 */
struct text reason_value(struct subject subject, struct slice rule, struct slice value);

/* items must have at least one line */
struct text reason_no_lines(void);

#endif
