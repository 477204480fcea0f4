/* What a module is to this guest: one function from a message to a decision. */
#ifndef MODULE_H
#define MODULE_H

#include "verdict.h"

/* All modules are released together. It is written into each document, so a changed document has a new one. */
#define MODULE_VERSION "1.0.0"

/* The JSON that tells which module made a document. */
#define THIS_MODULE(name) SLICE("{\"name\":\"" name "\",\"version\":\"" MODULE_VERSION "\"}")

/* Each module defines this: it either emits, or rejects with a reason. */
struct decision decide(struct slice message);

#endif
