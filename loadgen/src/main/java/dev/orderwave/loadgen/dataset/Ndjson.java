package dev.orderwave.loadgen.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One order per line, each line ended by a newline; one line at a time is held.
final class Ndjson {

    private Ndjson() {}

    static void write(Stream<byte[]> lines, OutputStream out) throws IOException {
        for (Iterator<byte[]> rest = lines.iterator(); rest.hasNext(); ) {
            out.write(rest.next());
            out.write('\n');
        }
    }

    static void read(InputStream in, Consumer<byte[]> action) throws IOException {
        var buffered = new BufferedInputStream(in, 1 << 16);
        var line = new ByteArrayOutputStream(1 << 10);
        for (int next = buffered.read(); next != -1; next = buffered.read()) {
            if (next == '\n') {
                action.accept(line.toByteArray());
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            action.accept(line.toByteArray());
        }
    }
}
