/* Some bytes that belong to somebody else: a message, a part of one, or a text of the program. */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct slice {
    const uint8_t *start;
    size_t length;
};

/* A literal as a slice, without the zero at its end. */
#define SLICE(literal) ((struct slice){(const uint8_t *)("" literal), sizeof(literal) - 1})

static inline struct slice slice_between(const uint8_t *start, const uint8_t *end) {
    return (struct slice){start, (size_t)(end - start)};
}

static inline bool slice_equals(struct slice a, struct slice b) {
    if (a.length != b.length) {
        return false;
    }
    for (size_t i = 0; i < a.length; i++) {
        if (a.start[i] != b.start[i]) {
            return false;
        }
    }
    return true;
}

#endif
