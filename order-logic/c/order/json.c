#include "json.h"

#include "text_value.h"
#include "utf8.h"

enum { HEX_DIGITS = 4 };

enum text_kind { TEXT_BROKEN, TEXT_PLAIN, TEXT_ESCAPED };

static bool skip_value(struct json *json, unsigned levels);

static bool failed(struct json *json, struct slice problem) {
    json->problem = json->at == json->end ? SLICE("unexpected end") : problem;
    return false;
}

struct json json_read(struct slice text) {
    return (struct json){text.start, text.start + text.length, {0}};
}

static void skip_space(struct json *json) {
    const uint8_t *at = json->at;
    while (at < json->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        at++;
    }
    json->at = at;
}

/* Goes over this byte, if it is next. */
static bool skip(struct json *json, uint8_t byte) {
    if (json->at == json->end || *json->at != byte) {
        return false;
    }
    json->at++;
    return true;
}

static bool is_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

static bool is_hex_digit(uint8_t byte) {
    uint8_t lower = byte | 0x20;
    return is_digit(byte) || (lower >= 'a' && lower <= 'f');
}

static bool skip_digits(struct json *json) {
    const uint8_t *start = json->at;
    while (json->at < json->end && is_digit(*json->at)) {
        json->at++;
    }
    return json->at > start;
}

static bool starts_number(const struct json *json) {
    return json->at < json->end && (is_digit(*json->at) || *json->at == '-');
}

__attribute__((noinline)) static bool skip_number(struct json *json) {
    skip(json, '-');
    bool zero = skip(json, '0');
    bool digits = skip_digits(json);
    if (zero == digits) {
        return failed(json, zero ? SLICE("a number that starts with 0") : SLICE("expected a digit"));
    }
    if (skip(json, '.') && !skip_digits(json)) {
        return failed(json, SLICE("expected a digit"));
    }
    if (skip(json, 'e') || skip(json, 'E')) {
        skip(json, '+') || skip(json, '-');
        return skip_digits(json) || failed(json, SLICE("expected a digit"));
    }
    return true;
}

static bool skip_word(struct json *json, struct slice word) {
    for (size_t i = 0; i < word.length; i++) {
        if (!skip(json, word.start[i])) {
            return failed(json, SLICE("expected true, false or null"));
        }
    }
    return true;
}

/* Marks, by its highest bit, each byte of eight that a text does not simply go on with: quotes, backslashes, control
 * characters, and what is not ASCII. A borrow may mark a byte too many, but only behind one that is marked rightly.
 */
static uint64_t marks(uint64_t eight) {
    const uint64_t ones = 0x0101010101010101;
    uint64_t quotes = (eight ^ ones * '"') - ones;
    uint64_t backslashes = (eight ^ ones * '\\') - ones;
    uint64_t controls = eight - ones * ' ';
    return (quotes | backslashes | controls | eight) & ones * 0x80;
}

static bool is_plain(uint8_t byte) {
    return byte >= ' ' && byte < 0x80 && byte != '"' && byte != '\\';
}

/* The first byte from here that a text does not simply go on with, or the end. */
static const uint8_t *end_of_plain(const uint8_t *at, const uint8_t *end) {
    while ((size_t)(end - at) >= sizeof(uint64_t)) {
        uint64_t eight;
        __builtin_memcpy(&eight, at, sizeof eight);
        uint64_t marked = marks(eight);
        if (marked != 0) {
            return at + __builtin_ctzll(marked) / 8;
        }
        at += sizeof eight;
    }
    while (at < end && is_plain(*at)) {
        at++;
    }
    return at;
}

/* Behind a backslash. */
static bool skip_escape(struct json *json) {
    if (skip(json, 'u')) {
        for (int i = 0; i < HEX_DIGITS; i++) {
            if (json->at == json->end || !is_hex_digit(*json->at)) {
                return failed(json, SLICE("expected a hex digit"));
            }
            json->at++;
        }
        return true;
    }
    if (json->at < json->end) {
        switch (*json->at) {
            case '"':
            case '\\':
            case '/':
            case 'b':
            case 'f':
            case 'n':
            case 'r':
            case 't':
                json->at++;
                return true;
        }
    }
    return failed(json, SLICE("no such escape"));
}

static bool skip_character(struct json *json) {
    size_t length = utf8_length(slice_between(json->at, json->end));
    json->at += length;
    return length > 0 || failed(json, SLICE("not UTF-8"));
}

/* Behind the opening quote. */
__attribute__((noinline)) static enum text_kind skip_text(struct json *json) {
    enum text_kind kind = TEXT_PLAIN;
    for (;;) {
        json->at = end_of_plain(json->at, json->end);
        if (skip(json, '"')) {
            return kind;
        }
        if (skip(json, '\\')) {
            kind = TEXT_ESCAPED;
            if (!skip_escape(json)) {
                return TEXT_BROKEN;
            }
        } else if (json->at == json->end || *json->at < ' ') {
            failed(json, SLICE("a control character in a text"));
            return TEXT_BROKEN;
        } else if (!skip_character(json)) {
            return TEXT_BROKEN;
        }
    }
}

bool json_next(struct json *json, uint8_t byte) {
    skip_space(json);
    return skip(json, byte);
}

bool json_expect(struct json *json, uint8_t byte, struct slice problem) {
    return json_next(json, byte) || failed(json, problem);
}

bool json_name(struct json *json, struct slice *name, bool *escaped) {
    if (!json_expect(json, '"', SLICE("expected a name in quotes"))) {
        return false;
    }
    const uint8_t *start = json->at;
    enum text_kind kind = skip_text(json);
    if (kind == TEXT_BROKEN) {
        return false;
    }
    *name = slice_between(start, json->at - 1);
    *escaped = kind == TEXT_ESCAPED;
    return !*escaped || text_value_is_whole(*name) || failed(json, SLICE("half a character in the name before"));
}

/* Behind the opening bracket. */
__attribute__((noinline)) static bool skip_list(struct json *json, unsigned levels) {
    if (json_next(json, ']')) {
        return true;
    }
    do {
        if (!skip_value(json, levels)) {
            return false;
        }
    } while (json_next(json, ','));
    return json_expect(json, ']', SLICE("expected , or ]"));
}

/* Behind the opening brace. */
__attribute__((noinline)) static bool skip_object(struct json *json, unsigned levels) {
    if (json_next(json, '}')) {
        return true;
    }
    do {
        if (!json_expect(json, '"', SLICE("expected a name in quotes")) || skip_text(json) == TEXT_BROKEN ||
            !json_expect(json, ':', SLICE("expected a colon")) || !skip_value(json, levels)) {
            return false;
        }
    } while (json_next(json, ','));
    return json_expect(json, '}', SLICE("expected , or }"));
}

/* Calls itself for what is nested in the value, so never deeper than the levels allow. */
__attribute__((noinline)) static bool skip_value(struct json *json, unsigned levels) {
    skip_space(json);
    switch (json->at < json->end ? *json->at : 0) {
        case '"':
            json->at++;
            return skip_text(json) != TEXT_BROKEN;
        case '{':
            json->at++;
            return levels > 0 ? skip_object(json, levels - 1) : failed(json, SLICE("nested too deep"));
        case '[':
            json->at++;
            return levels > 0 ? skip_list(json, levels - 1) : failed(json, SLICE("nested too deep"));
        case 't':
            return skip_word(json, SLICE("true"));
        case 'f':
            return skip_word(json, SLICE("false"));
        case 'n':
            return skip_word(json, SLICE("null"));
        default:
            return starts_number(json) ? skip_number(json) : failed(json, SLICE("expected a value"));
    }
}

bool json_value(struct json *json, unsigned levels, struct slice *value) {
    skip_space(json);
    const uint8_t *start = json->at;
    bool skipped = skip_value(json, levels);
    *value = slice_between(start, json->at);
    return skipped;
}

bool json_end(struct json *json) {
    skip_space(json);
    return json->at == json->end || failed(json, SLICE("more text behind the end"));
}
