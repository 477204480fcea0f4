/* What a module answers: one emission, or the reason why not. */
#ifndef VERDICT_H
#define VERDICT_H

#include "text.h"

/* Written front to back: to, then metadata, then data if the message itself is not what goes on. */
struct emission {
    struct text text;
    bool has_metadata;
};

/* The text is the whole verdict if it emits, and the reason in words if it rejects. */
struct decision {
    bool rejects;
    struct text text;
};

struct emission emission_to(struct slice output);

/* The value needs no escapes: it is a number or a text of the program. */
void emission_metadata(struct emission *emission, struct slice name, struct slice value);

/* Where the data is to be written, as JSON. */
struct text *emission_data(struct emission *emission);

struct decision emit(struct emission *emission);

static inline struct decision reject(struct text reason) {
    return (struct decision){true, reason};
}

/* The text that the host gets. */
struct text verdict(struct decision decision);

#endif
