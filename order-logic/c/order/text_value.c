#include "text_value.h"

enum { HEX_DIGITS = 4, UNICODE_ESCAPE = 2 + HEX_DIGITS };

/* A character of a text and how many bytes it is written in. A byte outside ASCII counts as one. */
struct character {
    uint32_t meaning;
    size_t length;
};

static uint32_t hex_value(struct slice digits) {
    uint32_t value = 0;
    for (size_t i = 0; i < digits.length; i++) {
        uint8_t digit = digits.start[i];
        value = value * 16 + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10u);
    }
    return value;
}

static uint32_t short_escape(uint8_t letter) {
    switch (letter) {
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return letter;
    }
}

/* There is at least one byte. A unicode escape gives one unit of UTF-16. */
static struct character first_unit(struct slice text) {
    if (text.start[0] != '\\' || text.length < 2) {
        return (struct character){text.start[0], 1};
    }
    if (text.start[1] != 'u' || text.length < UNICODE_ESCAPE) {
        return (struct character){short_escape(text.start[1]), 2};
    }
    return (struct character){hex_value((struct slice){text.start + 2, HEX_DIGITS}), UNICODE_ESCAPE};
}

static struct slice without(struct slice text, size_t length) {
    return (struct slice){text.start + length, text.length - length};
}

static bool is_surrogate(uint32_t unit, uint32_t first_of_its_kind) {
    return unit >= first_of_its_kind && unit < first_of_its_kind + 0x400;
}

bool text_value_is(struct slice text, struct slice word) {
    size_t matched = 0;
    while (text.length > 0 && matched < word.length) {
        struct character unit = first_unit(text);
        if (unit.meaning != word.start[matched]) {
            return false;
        }
        text = without(text, unit.length);
        matched++;
    }
    return text.length == 0 && matched == word.length;
}

bool text_value_is_whole(struct slice text) {
    const uint32_t high = 0xd800;
    const uint32_t low = 0xdc00;
    while (text.length > 0) {
        struct character unit = first_unit(text);
        text = without(text, unit.length);
        if (is_surrogate(unit.meaning, high)) {
            if (text.length == 0 || !is_surrogate(first_unit(text).meaning, low)) {
                return false;
            }
            text = without(text, UNICODE_ESCAPE);
        } else if (is_surrogate(unit.meaning, low)) {
            return false;
        }
    }
    return true;
}
