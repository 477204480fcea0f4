package dev.orderwave.modules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderwave.guest.Emission;
import dev.orderwave.json.JsonWriter;

/// An emission as a host sees it.
final class JsonOf {

    private JsonOf() {}

    static String emission(Emission emission) {
        var json = new JsonWriter(256).value(emission);
        return new String(json.buffer(), 0, json.length(), UTF_8);
    }
}
