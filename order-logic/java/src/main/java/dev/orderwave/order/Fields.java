package dev.orderwave.order;

import dev.orderwave.guest.Rejection;
import dev.orderwave.json.JsonObject;
import dev.orderwave.json.RawJson;

/// Fields that must be there.
///
/// @param place where they are, as a reason starts
record Fields(JsonObject object, String place) {

    RawJson value(String name) {
        var value = object.get(name);
        if (value.isEmpty()) {
            throw new Rejection(place + name + " is missing");
        }
        return value.get();
    }

    RawJson text(String name) {
        var value = value(name);
        if (!value.isText()) {
            throw new Rejection(place + name + " must be text, was ", value);
        }
        return value;
    }
}
