/* UTF-8 as RFC 3629 has it: shortest form only, no surrogates, nothing above U+10FFFF. */
#ifndef UTF8_H
#define UTF8_H

#include "../guest/slice.h"

/* How many bytes the character at the start has; 0 if it is none. There is at least one byte. */
size_t utf8_length(struct slice bytes);

/* How many bytes are UTF-8, from the start on. */
size_t utf8_valid_up_to(struct slice bytes);

#endif
