/* A message as it comes in: one JSON object, or the reason why it is none. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "../guest/text.h"
#include "object.h"

/* Reads the whole message; the reason is written only if that fails. */
bool message_read(struct slice message, struct object *object, struct text *reason);

#endif
