package dev.orderwave.guest;

import dev.orderwave.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/// One thing to send. Without data it is the message as it came.
///
/// @param to the name of an output that the host grants
public record Emission(String to, Optional<JsonWriter.Value> data, List<Metadata> metadata)
        implements JsonWriter.Value {

    public static Emission ofTheMessage(String to, Metadata... metadata) {
        return new Emission(to, Optional.empty(), List.of(metadata));
    }

    public static Emission of(JsonWriter.Value data, String to, Metadata... metadata) {
        return new Emission(to, Optional.of(data), List.of(metadata));
    }

    @Override
    public void writeTo(JsonWriter json) {
        json.openObject().field("to", to).field("metadata").openObject();
        metadata.forEach(entry -> json.field(entry.name(), entry.value()));
        json.closeObject();
        data.ifPresent(value -> json.field("data", value));
        json.closeObject();
    }
}
