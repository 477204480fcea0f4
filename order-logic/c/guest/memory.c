#include "memory.h"

#include <stdbool.h>

enum { PAGE = 65536 };

/* The contract has 31 bits for an address. */
static const uintptr_t END_OF_ADDRESSES = INT32_MAX;

/* Where the linker says that nothing of its own is left. */
extern uint8_t __heap_base[];

static uintptr_t next = (uintptr_t)__heap_base;

/* Tries to double the memory, because growing is what costs; if that is too much, takes what is needed. */
__attribute__((noinline)) static bool grow_to(uintptr_t end) {
    size_t pages = __builtin_wasm_memory_size(0);
    size_t missing = (end - 1) / PAGE + 1 - pages;
    size_t generous = missing > pages ? missing : pages;
    return __builtin_wasm_memory_grow(0, generous) != SIZE_MAX || __builtin_wasm_memory_grow(0, missing) != SIZE_MAX;
}

uint8_t *memory_take(size_t size) {
    uintptr_t start = next;
    if (size > END_OF_ADDRESSES - start) {
        return NULL;
    }
    uintptr_t end = start + size;
    if (end > (uint64_t)__builtin_wasm_memory_size(0) * PAGE && !grow_to(end)) {
        return NULL;
    }
    next = end;
    return (uint8_t *)start;
}

uint8_t *memory_next(void) {
    return (uint8_t *)next;
}

void memory_release(void) {
    next = (uintptr_t)__heap_base;
}
