/* Walks over JSON and checks it, without building anything: a value is the bytes that it stands in.
 *
 * Takes what RFC 8259 takes, in UTF-8, and nothing else. The larger functions are kept apart by noinline: a host on
 * the JVM turns each into a method, and the JVM never compiles a method of more than 8,000 bytes.
 */
#ifndef JSON_H
#define JSON_H

#include "../guest/slice.h"

/* Where a reader stands. Once a function has failed, `problem` says what is wrong there. */
struct json {
    const uint8_t *at;
    const uint8_t *end;
    struct slice problem;
};

struct json json_read(struct slice text);

/* Goes over white space, and over this byte if it is next. */
bool json_next(struct json *json, uint8_t byte);

/* Like json_next, where no other byte may be. */
bool json_expect(struct json *json, uint8_t byte, struct slice problem);

/* Goes over white space and a name without its colon. What it gives is between the quotes and means some text. */
bool json_name(struct json *json, struct slice *name, bool *escaped);

/* Goes over white space and one value of at most so many levels. */
bool json_value(struct json *json, unsigned levels, struct slice *value);

/* Goes over white space; nothing may come behind it. */
bool json_end(struct json *json);

#endif
