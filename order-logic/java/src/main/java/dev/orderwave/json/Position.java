package dev.orderwave.json;

/// A place in a text, in numbers that an editor shows. Columns are bytes.
public record Position(int line, int column) {

    static Position of(byte[] text, int index) {
        var line = 1;
        var lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, index - lineStart + 1);
    }

    @Override
    public String toString() {
        return "line " + line + " column " + column;
    }
}
