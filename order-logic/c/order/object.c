#include "object.h"

#include "text_value.h"

/* The place of a name among those that matter, or their count. */
static size_t place_of(struct slice name, bool escaped, const struct object *object) {
    size_t place = 0;
    while (place < object->count) {
        struct slice known = object->names[place];
        if (escaped ? text_value_is(name, known) : slice_equals(name, known)) {
            break;
        }
        place++;
    }
    return place;
}

__attribute__((noinline)) static enum object_outcome read_field(struct object *object, struct json *json,
                                                                unsigned levels, struct slice *twice) {
    struct slice name;
    bool escaped;
    if (!json_name(json, &name, &escaped)) {
        return OBJECT_BROKEN;
    }
    size_t place = place_of(name, escaped, object);
    if (place < object->count && object->values[place].start != NULL) {
        *twice = object->names[place];
        return OBJECT_FIELD_TWICE;
    }
    struct slice value;
    if (!json_expect(json, ':', SLICE("expected a colon")) || !json_value(json, levels, &value)) {
        return OBJECT_BROKEN;
    }
    if (place < object->count) {
        object->values[place] = value;
    }
    return OBJECT_READ;
}

enum object_outcome object_read(struct object *object, struct json *json, unsigned levels, struct slice *twice) {
    if (!json_next(json, '{')) {
        return OBJECT_NONE;
    }
    if (json_next(json, '}')) {
        return OBJECT_READ;
    }
    do {
        enum object_outcome outcome = read_field(object, json, levels - 1, twice);
        if (outcome != OBJECT_READ) {
            return outcome;
        }
    } while (json_next(json, ','));
    return json_expect(json, '}', SLICE("expected , or }")) ? OBJECT_READ : OBJECT_BROKEN;
}
