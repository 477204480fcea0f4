package dev.orderwave.guest;

import dev.orderwave.json.JsonWriter;

/// Which module made a document.
public record MadeBy(String module) implements JsonWriter.Value {

    /// Of all modules that are built here. A change of a document raises it.
    private static final String VERSION = "1.0.0";

    @Override
    public void writeTo(JsonWriter json) {
        json.openObject().field("name", module).field("version", VERSION).closeObject();
    }
}
