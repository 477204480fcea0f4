#include "text.h"

#include "memory.h"

enum { MOST_DIGITS = 10 };

struct text text_begin(void) {
    return (struct text){memory_next(), 0, false};
}

__attribute__((noinline)) void text_add(struct text *text, struct slice bytes) {
    uint8_t *room = text->cut ? NULL : memory_take(bytes.length);
    if (room == NULL) {
        text->cut = true;
        return;
    }
    __builtin_memcpy(room, bytes.start, bytes.length);
    text->length += bytes.length;
}

void text_add_number(struct text *text, uint32_t number) {
    uint8_t digits[MOST_DIGITS];
    size_t first = MOST_DIGITS;
    do {
        digits[--first] = (uint8_t)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    text_add(text, slice_between(digits + first, digits + MOST_DIGITS));
}
