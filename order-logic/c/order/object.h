/* An object of which only some fields matter. */
#ifndef OBJECT_H
#define OBJECT_H

#include "json.h"

enum { OBJECT_MOST_FIELDS = 7 };

/* The fields that matter, and their values as they were written; one that is not there has no start. */
struct object {
    const struct slice *names;
    size_t count;
    struct slice values[OBJECT_MOST_FIELDS];
};

enum object_outcome { OBJECT_READ, OBJECT_NONE, OBJECT_FIELD_TWICE, OBJECT_BROKEN };

/* Reads an object of at most so many levels. Fields that do not matter are checked and then ignored. One that matters
 * may not be there twice, because two readers could take a different one: `twice` is then its name, and json behind it.
 */
enum object_outcome object_read(struct object *object, struct json *json, unsigned levels, struct slice *twice);

#endif
