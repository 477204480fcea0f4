#include "verdict.h"

__attribute__((noinline)) struct emission emission_to(struct slice output) {
    struct emission emission = {text_begin(), false};
    text_add(&emission.text, SLICE("{\"emit\":[{\"to\":\""));
    text_add(&emission.text, output);
    text_add(&emission.text, SLICE("\""));
    return emission;
}

__attribute__((noinline)) void emission_metadata(struct emission *emission, struct slice name, struct slice value) {
    text_add(&emission->text, emission->has_metadata ? SLICE(",\"") : SLICE(",\"metadata\":{\""));
    text_add(&emission->text, name);
    text_add(&emission->text, SLICE("\":\""));
    text_add(&emission->text, value);
    text_add(&emission->text, SLICE("\""));
    emission->has_metadata = true;
}

static void end_metadata(struct emission *emission) {
    if (emission->has_metadata) {
        text_add(&emission->text, SLICE("}"));
        emission->has_metadata = false;
    }
}

struct text *emission_data(struct emission *emission) {
    end_metadata(emission);
    text_add(&emission->text, SLICE(",\"data\":"));
    return &emission->text;
}

struct decision emit(struct emission *emission) {
    end_metadata(emission);
    text_add(&emission->text, SLICE("}]}"));
    return (struct decision){false, emission->text};
}

/* One byte of a reason, as it stands between the quotes of a JSON text. */
static void add_escaped(struct text *text, const uint8_t *byte) {
    static const uint8_t hex[] = "0123456789abcdef";
    if (*byte == '"' || *byte == '\\') {
        text_add(text, SLICE("\\"));
        text_add(text, (struct slice){byte, 1});
    } else if (*byte < ' ') {
        text_add(text, SLICE("\\u00"));
        text_add(text, (struct slice){&hex[*byte >> 4], 1});
        text_add(text, (struct slice){&hex[*byte & 15], 1});
    } else {
        text_add(text, (struct slice){byte, 1});
    }
}

static struct text rejection(struct slice reason) {
    struct text text = text_begin();
    text_add(&text, SLICE("{\"reject\":\""));
    for (size_t i = 0; i < reason.length; i++) {
        add_escaped(&text, &reason.start[i]);
    }
    text_add(&text, SLICE("\"}"));
    return text;
}

__attribute__((noinline)) struct text verdict(struct decision decision) {
    return decision.rejects && !decision.text.cut ? rejection(text_slice(&decision.text)) : decision.text;
}
