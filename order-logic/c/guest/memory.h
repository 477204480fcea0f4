/* The guest's memory: the next free bytes, given back all at once when a message is done.
 *
 * An allocator that keeps books would cost more than the order itself, and memory that is never touched costs the
 * host nothing.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>
#include <stdint.h>

/* The next bytes, right behind those taken before, or NULL if the host gives no more. */
uint8_t *memory_take(size_t size);

/* Where the next bytes will be. */
uint8_t *memory_next(void);

/* All that was taken is free again, and stays as it is until something is taken. */
void memory_release(void);

#endif
