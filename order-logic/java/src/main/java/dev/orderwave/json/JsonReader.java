package dev.orderwave.json;

/// Goes through a text value by value.
final class JsonReader {

    private final byte[] text;
    private int at;
    private int depth;

    JsonReader(byte[] text, int start) {
        this.text = text;
        this.at = start;
    }

    int at() {
        return at;
    }

    Position position() {
        return Position.of(text, at);
    }

    /// The next byte that is not space.
    byte peek() {
        at = Grammar.space(text, at);
        return Grammar.byteAt(text, at);
    }

    /// Passes an opening bracket.
    ///
    /// @return whether there is a first entry; if not, the closing bracket is passed, too
    boolean opens(char close) {
        depth++;
        at++;
        return peek() != close || closes();
    }

    /// Passes a comma or the closing bracket.
    ///
    /// @return whether there is another entry
    boolean continues(char close) {
        var next = peek();
        if (next == close) {
            return closes();
        }
        at = next == ',' ? Grammar.space(text, at + 1) : required(~at);
        return true;
    }

    private boolean closes() {
        depth--;
        at++;
        return false;
    }

    /// Passes the name of a field.
    RawJson name() {
        var start = at;
        at = required(Grammar.name(text, start));
        return new RawJson(text, start, at);
    }

    void skipColon() {
        at = required(Grammar.colon(text, at));
    }

    RawJson value() {
        var start = at;
        skipValue();
        return new RawJson(text, start, at);
    }

    void skipValue() {
        at = required(Grammar.value(text, at, depth));
    }

    void requireEnd() {
        at = Grammar.space(text, at);
        required(at == text.length ? at : ~at);
    }

    private int required(int end) {
        if (end < 0) {
            var problem = ~end < text.length ? "unexpected character at " : "unexpected end at ";
            throw new JsonException(new JsonProblem.NotJson(problem + Position.of(text, ~end)));
        }
        return end;
    }
}
