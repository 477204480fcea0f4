/* The contract with the host: it asks alloc for room and writes the message there; handle takes the message and
 * returns fault << 63 | pointer << 32 | length of a text, which is a verdict or, with the fault bit, an error.
 * The text stands until alloc is called again.
 */
#include "memory.h"
#include "module.h"

#define EXPORT(name) __attribute__((export_name(name)))

static const uint64_t FAULT = (uint64_t)1 << 63;

static uint64_t packed(uint64_t fault, struct slice text) {
    return fault | (uint64_t)(uintptr_t)text.start << 32 | text.length;
}

/* NULL if there is no room, which no host takes for an address. */
EXPORT("alloc") uint8_t *room_for(size_t length) {
    return memory_take(length);
}

EXPORT("handle") uint64_t handle(const uint8_t *start, size_t length) {
    struct text text = verdict(decide((struct slice){start, length}));
    memory_release();
    return text.cut ? packed(FAULT, SLICE("out of memory: the host allows too little for the verdict"))
                    : packed(0, text_slice(&text));
}
