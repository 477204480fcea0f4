#include "utf8.h"

static bool is_continuation(uint8_t byte) {
    return (byte & 0xc0) == 0x80;
}

/* The length that the first byte asks for, and where its second byte must lie; what is left out here is too long a
 * form, a surrogate, or above U+10FFFF.
 */
static size_t expected_length(uint8_t first, uint8_t *second_from, uint8_t *second_to) {
    *second_from = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    *second_to = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
        return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

__attribute__((noinline)) size_t utf8_length(struct slice bytes) {
    uint8_t second_from;
    uint8_t second_to;
    size_t length = expected_length(bytes.start[0], &second_from, &second_to);
    if (length < 2) {
        return length;
    }
    if (length > bytes.length || bytes.start[1] < second_from || bytes.start[1] > second_to) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if (!is_continuation(bytes.start[i])) {
            return 0;
        }
    }
    return length;
}

__attribute__((noinline)) size_t utf8_valid_up_to(struct slice bytes) {
    size_t valid = 0;
    while (valid < bytes.length) {
        size_t length = utf8_length((struct slice){bytes.start + valid, bytes.length - valid});
        if (length == 0) {
            break;
        }
        valid += length;
    }
    return valid;
}
