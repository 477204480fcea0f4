package dev.orderwave.json;

/// Goes through the entries of a list, which is known to be JSON.
public final class JsonList {

    private final JsonReader reader;
    private final byte[] text;
    private boolean opened;
    private int entry;

    JsonList(RawJson list) {
        text = list.text();
        reader = new JsonReader(text, list.start());
    }

    /// Goes to the next entry. Each is to be read, one way or the other.
    public boolean next() {
        var more = opened ? reader.continues(']') : reader.opens(']');
        opened = true;
        entry = reader.at();
        return more;
    }

    /// The entry as an object.
    ///
    /// @throws JsonException if it is none, or one that two readers could take in two ways
    public JsonObject object(String... names) {
        return JsonObject.read(reader, names);
    }

    /// The entry as it stands there, whether or not it was read before.
    public RawJson value() {
        return new JsonReader(text, entry).value();
    }
}
