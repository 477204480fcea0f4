/* What a JSON text means, as far as an order asks: its bytes are those between the quotes, already known to be JSON. */
#ifndef TEXT_VALUE_H
#define TEXT_VALUE_H

#include "../guest/slice.h"

/* Whether the text, escaped or not, means this word in ASCII. */
bool text_value_is(struct slice text, struct slice word);

/* False if half a character stands in it: an escaped surrogate without the other one. */
bool text_value_is_whole(struct slice text);

#endif
