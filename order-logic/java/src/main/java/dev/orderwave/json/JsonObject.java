package dev.orderwave.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of interest of an object. Others are checked to be JSON and then ignored.
public final class JsonObject {

    private final String[] names;
    private final @Nullable RawJson[] values;

    private JsonObject(String[] names) {
        this.names = names;
        this.values = new RawJson[names.length];
    }

    /// Reads a whole text as one object.
    ///
    /// @throws JsonException if it is anything else. That it is not UTF-8 is told before everything else, and then
    ///     that it is nested too deeply
    public static JsonObject read(byte[] text, String... names) {
        try {
            var reader = new JsonReader(text, 0);
            var object = read(reader, names);
            reader.requireEnd();
            return object;
        } catch (JsonException e) {
            throw Diagnosis.of(text).map(JsonException::new).orElse(e);
        }
    }

    public Optional<RawJson> get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return Optional.ofNullable(values[i]);
            }
        }
        throw new IllegalArgumentException(name + " is not among the fields of interest");
    }

    static JsonObject read(JsonReader reader, String[] names) {
        requireObject(reader);
        var object = new JsonObject(names);
        for (var more = reader.opens('}'); more; more = reader.continues('}')) {
            object.readField(reader);
        }
        return object;
    }

    /// A list need not be read to be known as one.
    private static void requireObject(JsonReader reader) {
        switch (reader.peek()) {
            case '{' -> {}
            case '[' -> throw new JsonException(new JsonProblem.NotAnObject());
            default -> {
                reader.skipValue();
                throw new JsonException(new JsonProblem.NotAnObject());
            }
        }
    }

    private void readField(JsonReader reader) {
        var index = indexOf(reader.name());
        if (index >= 0 && values[index] != null) {
            throw new JsonException(new JsonProblem.FieldTwice(names[index], reader.position()));
        }
        reader.skipColon();
        if (index >= 0) {
            values[index] = reader.value();
        } else {
            reader.skipValue();
        }
    }

    private int indexOf(RawJson field) {
        for (int i = 0; i < names.length; i++) {
            if (field.says(names[i])) {
                return i;
            }
        }
        return -1;
    }
}
